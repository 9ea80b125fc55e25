import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MockNode, Office } from './office.ts';

type Json = Record<string, unknown>;

interface Step {
  id: string;
  name: string;
  form: string;
}

interface MockTasking extends Json {
  id: string;
  caseFile: { id: string; number: string; subject: string };
  state: string;
  revision: number;
  trail: Json[];
  due: string;
  allowed: string[];
  assignedTo: 'mine' | 'group' | 'assigned';
}

const SHIPPED = fileURLToPath(
  new URL('../../content-model/src/main/resources/alfresco/module/chancery/bpmn/', import.meta.url),
);
const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const moment = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const who = (name: string, label: string) => ({ name, label });
const OUTCOMES: Record<string, [string, string, boolean][]> = {
  'cwf:assignTask': [
    ['assigned', 'Assigned', false],
    ['no-response', 'No response needed', true],
  ],
  'cwf:draftTask': [['submit', 'Submitted', false]],
  'cwf:reviewTask': [
    ['approve', 'Approved', false],
    ['return', 'Returned', true],
  ],
  'cwf:commentTask': [
    ['concur', 'Concur', false],
    ['concur-with-comment', 'Concur with comment', true],
    ['non-concur', 'Non-concur', true],
  ],
  'cwf:generalTask': [
    ['done', 'Done', false],
    ['not-possible', 'Not possible', true],
  ],
};

/** Routing as far as pages show it: the shipped templates, and one route, taskings and messages that were made up. */
export class MockRouting {
  private readonly templates = readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => readFileSync(SHIPPED + name, 'utf8'))
    .map((bpmn) => ({
      key: /<process id="(\w+)"/.exec(bpmn)?.[1] ?? '',
      version: 1,
      name: /<process [^>]*name="([^"]+)"/.exec(bpmn)?.[1] ?? '',
      description: /<documentation>([^<]*)/.exec(bpmn)?.[1] ?? '',
      steps: [
        ...bpmn.matchAll(/<userTask id="(\w+)" name="([^"]+)" activiti:formKey="([^"]+)"/g),
      ].map(([, id = '', name = '', form = '']): Step => ({ id, name, form })),
      needs: ['lead', 'reviewer', 'signer'].concat(
        bpmn.includes('chancery.commenters') ? ['commenters'] : [],
      ),
      deployedBy: 'System',
      deployedAt: moment(-30),
      bpmn,
    }));
  private readonly routes = new Map<string, Json[]>();
  private readonly taskings: MockTasking[] = [];
  private readonly messages: Json[] = [];
  private serial = 0;

  constructor(files: readonly MockNode[]) {
    files.slice(0, 6).forEach((file, i) => {
      if (i < 3) {
        this.start(file, { template: i === 1 ? 'congressionalInquiry' : 'citizenLetter' });
      }
      this.task(file, {
        instruction: i % 2 ? 'Please check the dates in the draft' : 'Find the earlier letters',
        due: day([-4, 0, 2, 9, 20, -1][i] ?? 1),
        assignedTo: (['mine', 'mine', 'group', 'mine', 'assigned', 'group'] as const)[i],
      });
    });
    const [first] = files;
    if (first) {
      this.messages.push(
        this.message(first, 'drafter', 'Dana Drafter', 'Has she written before?', true),
        this.message(first, 'reviewer', 'Rae Reviewer', 'Mind the date in line 2.', false),
      );
    }
  }

  answer(at: string, id: string, query: URLSearchParams, data: Json, office: Office): unknown {
    switch (at) {
      case 'GET templates':
        return { items: this.templates.map((template) => ({ ...template, bpmn: undefined })) };
      case 'GET templates/x':
        return this.templates.find((one) => one.key === id);
      case 'GET case-files/x/routes':
        return { items: (this.routes.get(id) ?? []).map((route) => this.view(route)) };
      case 'POST case-files/x/routes': {
        const file = office.node(id);
        return file && this.view(this.start(file, data));
      }
      case 'GET case-files/x/taskings':
        return { items: this.taskings.filter((tasking) => tasking.caseFile.id === id) };
      case 'POST case-files/x/taskings': {
        const file = office.node(id);
        return file && this.task(file, { ...data, assignedTo: 'assigned' });
      }
      case 'GET taskings':
        return this.list(query);
      case 'GET taskings/x':
        return this.taskings.find((tasking) => tasking.id === id);
      case 'GET case-files/x/messages':
        return { items: this.messages.filter((m) => (m.caseFile as Json).id === id) };
      case 'POST case-files/x/messages': {
        const file = office.node(id);
        if (!file) return undefined;
        const made = this.message(file, 'clerk', 'A Clerk', String(data.text), true);
        this.messages.push(made);
        return made;
      }
      case 'POST messages/x/read': {
        const message = this.messages.find((one) => one.id === id);
        if (message) message.read = true;
        return message;
      }
      case 'GET case-files/x/clearances':
        return { rounds: this.routes.has(id) ? [ROUND] : [] };
      case 'GET desk':
        return this.desk();
      default: {
        const what = /^POST taskings\/x\/(\w+)$/.exec(at)?.[1];
        const tasking = this.taskings.find((one) => one.id === id);
        return what && tasking ? this.act(tasking, what, data) : undefined;
      }
    }
  }

  private start(file: MockNode, data: Json): Json {
    const template = this.templates.find((one) => one.key === data.template) ?? this.templates[0];
    const active = template?.steps[1] ?? template?.steps[0];
    const route = {
      id: this.id(),
      template: template?.key,
      version: 1,
      name: template?.name,
      state: 'running',
      startedBy: who('clerk', 'A Clerk'),
      startedAt: moment(-2),
      standing: {
        active: [active?.id],
        visited: ['start', template?.steps[0]?.id, 'assigned', 'routed', active?.id],
      },
      allowed: ['withdraw'],
    };
    this.routes.set(file.id, [...(this.routes.get(file.id) ?? []), route]);
    this.task(file, {
      route: route.id,
      step: active?.id,
      stepName: active?.name,
      form: active?.form,
      due: day(3),
      assignedTo: 'group',
      assignee: 'GROUP_COMPONENT_EXECSEC_DRAFTER',
    });
    return route;
  }

  private view(route: Json): Json {
    return { ...route, taskings: this.taskings.filter((tasking) => tasking.route === route.id) };
  }

  private task(file: MockNode, data: Json): MockTasking {
    const due = String(data.due ?? day(5));
    const left = Math.round((Date.parse(due) - Date.parse(day(0))) / DAY);
    const form = String(data.form ?? 'cwf:generalTask');
    const group = String(data.assignee ?? '').startsWith('GROUP_');
    const tasking: MockTasking = {
      id: this.id(),
      caseFile: {
        id: file.id,
        number: String(file.properties['cor:fileNumber'] ?? file.name),
        subject: String(file.properties['cor:subject'] ?? ''),
      },
      ...(data.route ? { route: data.route, step: data.step } : {}),
      form,
      stepName: data.stepName ?? '',
      instruction: data.instruction ?? '',
      assignee: group
        ? { name: data.assignee, label: 'Executive Secretariat: drafters', kind: 'group' }
        : { name: 'clerk', label: 'A Clerk', kind: 'person' },
      access: data.access ?? 'edit',
      due,
      state: 'open',
      outcomes: (OUTCOMES[form] ?? OUTCOMES['cwf:generalTask'] ?? []).map(
        ([value, label, needsComment]) => ({ value, label, needsComment }),
      ),
      assignedBy: who('supervisor', 'Sam Supervisor'),
      assignedAt: moment(-1),
      overdue: left < 0,
      businessDaysLeft: left,
      trail: [],
      allowed: group
        ? ['claim', 'reassign', 'extend']
        : ['return', 'reassign', 'extend', 'complete', 'subtask', 'withdraw'],
      revision: 1,
      assignedTo: (data.assignedTo as MockTasking['assignedTo']) ?? 'mine',
    };
    this.taskings.push(tasking);
    return tasking;
  }

  private act(tasking: MockTasking, what: string, data: Json): MockTasking {
    tasking.revision++;
    if (what === 'claim') {
      tasking.claimedBy = who('clerk', 'A Clerk');
      tasking.state = 'claimed';
      tasking.assignedTo = 'mine';
      tasking.allowed = ['return', 'reassign', 'extend', 'complete', 'subtask'];
    } else if (what === 'complete' || what === 'withdraw') {
      tasking.state = what === 'complete' ? 'done' : 'withdrawn';
      tasking.allowed = [];
      Object.assign(tasking, {
        outcome: data.outcome,
        outcomeLabel: data.outcome,
        comment: data.comment,
        completedBy: who('clerk', 'A Clerk'),
        completedAt: moment(0),
      });
    } else {
      tasking.trail.push({
        kind: { return: 'returned', reassign: 'reassigned', extend: 'extended' }[what],
        from: what === 'extend' ? tasking.due : 'A Clerk',
        to: what === 'extend' ? data.due : String(data.assignee ?? 'Sam Supervisor'),
        reason: data.reason,
        by: who('clerk', 'A Clerk'),
        at: moment(0),
      });
      tasking.due = String(data.due ?? tasking.due);
    }
    return tasking;
  }

  private list(query: URLSearchParams): Json {
    const view = query.get('view') ?? 'mine';
    const open = (one: MockTasking) => one.state === 'open' || one.state === 'claimed';
    const of = this.taskings.filter((one) => view === 'all' || one.assignedTo === view);
    const state = query.get('state') ?? 'open';
    const items = of
      .filter((one) => (state === 'open' ? open(one) : one.state === state))
      .filter((one) => query.get('due') !== 'overdue' || one.overdue)
      .sort((a, b) => a.due.localeCompare(b.due));
    return {
      items,
      total: items.length,
      counts: {
        open: of.filter(open).length,
        claimed: of.filter((one) => one.state === 'claimed').length,
        overdue: of.filter((one) => open(one) && one.overdue).length,
        soon: of.filter((one) => open(one) && !one.overdue && Number(one.businessDaysLeft) <= 2)
          .length,
        later: 0,
      },
    };
  }

  private desk(): Json {
    const count = (view: string) =>
      this.taskings.filter((one) => one.assignedTo === view && one.state !== 'done').length;
    return {
      sections: [
        { key: 'mine', title: 'Mine', count: count('mine'), items: [] },
        { key: 'group', title: 'My groups', count: count('group'), items: [] },
        { key: 'assigned', title: 'Assigned by me', count: count('assigned'), items: [] },
        {
          key: 'messages',
          title: 'Messages',
          count: this.messages.filter((one) => !one.read).length,
          items: this.messages
            .filter((one) => !one.read)
            .map((one) => ({
              id: one.id,
              kind: 'message',
              title: one.text,
              detail: (one.from as Json).label,
              caseFile: (one.caseFile as Json).id,
            })),
        },
      ],
    };
  }

  private message(file: MockNode, from: string, label: string, text: string, read: boolean): Json {
    return {
      id: this.id(),
      caseFile: { id: file.id, number: file.name, subject: String(file.properties['cor:subject']) },
      from: who(from, label),
      to: [who('clerk', 'A Clerk')],
      text,
      at: moment(-1),
      read,
    };
  }

  private id(): string {
    return `00000000-0000-4000-9000-${String(++this.serial).padStart(12, '0')}`;
  }
}

const ROUND = {
  document: { id: '00000000-0000-4000-8000-000000000001', title: 'Draft reply' },
  version: '1.1',
  asked: [
    {
      tasking: 't1',
      authority: 'GROUP_COMPONENT_FEMA',
      label: 'Federal Emergency Management Agency',
      form: 'cwf:commentTask',
      due: day(-1),
      state: 'done',
      outcome: 'concur-with-comment',
      outcomeLabel: 'Concur with comment',
      comment: 'The second paragraph should name the regional office.',
      by: who('representative', 'Robin Representative'),
      at: moment(-1),
    },
    {
      tasking: 't2',
      authority: 'GROUP_COMPONENT_OGC',
      label: 'Office of the General Counsel',
      form: 'cwf:commentTask',
      due: day(-1),
      state: 'done',
      outcome: 'non-concur',
      outcomeLabel: 'Non-concur',
      comment: 'We cannot promise a date.',
      by: who('counsel', 'Casey Counsel'),
      at: moment(-1),
    },
    {
      tasking: 't3',
      authority: 'GROUP_COMPONENT_CBP',
      label: 'Customs and Border Protection',
      form: 'cwf:commentTask',
      due: day(2),
      state: 'open',
    },
  ],
  summary: { concur: 0, concurWithComment: 1, nonConcur: 1, outstanding: 1 },
};
