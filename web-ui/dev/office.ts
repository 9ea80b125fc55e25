import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL } from './model.ts';
import { MockRouting } from './routing.ts';

type Json = Record<string, unknown>;

export interface MockNode {
  id: string;
  type: string;
  name: string;
  parent?: string;
  properties: Json;
  aspects: string[];
  revision: number;
  at: string;
  by: string;
  locked: boolean;
  scan?: number;
  grants: { authority: string; role: string }[];
}

interface MockSession {
  user: string;
  displayName: string;
  affirmed: boolean;
  csrf: string;
  roles: string[];
  components: string[];
  capabilities: string[];
  idleMinutes: number;
}

let serial = 0;
const uuid = () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const sha = 'a3f5c1d2e4b6978801234567890abcdefa3f5c1d2e4b6978801234567890abcd';

/** Everything the mock remembers. */
export class Office {
  session: MockSession | undefined;
  readonly model = MODEL;
  readonly routing: MockRouting;
  private readonly nodes = new Map<string, MockNode>();
  private readonly scans: string[];
  private root!: MockNode;
  private folders!: MockNode;
  private library!: MockNode;
  private desk!: MockNode;
  private files = 118;

  constructor(scans: string | undefined) {
    this.scans = scans
      ? readdirSync(scans)
          .filter((name) => name.endsWith('.pdf'))
          .sort()
          .map((name) => join(scans, name))
      : [];
    this.fill();
    this.routing = new MockRouting(
      [...this.nodes.values()].filter((node) => node.type === 'cor:caseFile'),
    );
    this.signIn('clerk');
    if (this.session && process.env.CHANCERY_MOCK_SIGNED_IN) {
      this.session.affirmed = true;
    } else {
      this.session = undefined;
    }
    // Reading goes on while one watches.
    setInterval(() => this.read(), 2500).unref();
  }

  signIn(user: string): void {
    this.session = {
      user,
      displayName: 'Marisol Okafor',
      affirmed: false,
      csrf: 'token',
      roles: ['CLERK', 'SUPERVISOR'],
      components: ['EXECSEC'],
      capabilities: [
        'BROWSE',
        'RECEIVE',
        'PROCESS_INTAKE',
        'KEEP_CASES',
        'CHANGE',
        'LOCK',
        'DECLARE',
        'READ_LEDGER',
        'CHECK_INTEGRITY',
        'ROUTE',
        'TASK',
        'DO_TASKINGS',
        'DEPLOY_TEMPLATES',
      ],
      idleMinutes: 15,
    };
  }

  node(id: string): MockNode | undefined {
    return id === 'root' ? this.root : this.nodes.get(id);
  }

  fileOf(node: MockNode): string | undefined {
    return node.scan === undefined ? undefined : this.scans[node.scan % this.scans.length];
  }

  add(parent: MockNode | undefined, type: string, name: string, properties: Json = {}): MockNode {
    const node: MockNode = {
      id: uuid(),
      type,
      name,
      parent: parent?.id,
      properties,
      aspects: [],
      revision: 1,
      at: ago(Math.floor(Math.random() * 9000)),
      by: 'mokafor',
      locked: false,
      grants: [],
    };
    this.nodes.set(node.id, node);
    return node;
  }

  children(node: MockNode): MockNode[] {
    return [...this.nodes.values()]
      .filter((n) => n.parent === node.id)
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  private ancestors(node: MockNode): MockNode[] {
    const list: MockNode[] = [];
    for (let at = node.parent; at; at = this.nodes.get(at)?.parent) {
      const found = this.nodes.get(at);
      if (found) list.unshift(found);
    }
    return list;
  }

  private title(node: MockNode): string {
    const p = node.properties;
    return String(
      p['cor:subject'] ??
        p['cor:holderName'] ??
        ([p['cor:firstName'], p['cor:lastName']].filter(Boolean).join(' ') || node.name),
    );
  }

  view(node: MockNode): Json {
    const label = this.model.types.find((t) => t.name === node.type)?.title ?? node.type;
    const contents: Json =
      node.type === 'cor:document'
        ? {
            'cm:content': { sha256: sha, size: 284_112, mediaType: 'application/pdf' },
            'cor:searchablePdf': { sha256: sha, size: 301_002, mediaType: 'application/pdf' },
            'cor:text': { sha256: sha, size: 1_802, mediaType: 'text/plain' },
          }
        : {};
    return {
      id: node.id,
      type: node.type,
      typeLabel: label,
      aspects: node.aspects,
      name: node.name,
      title: this.title(node),
      parent: node.parent,
      path: this.ancestors(node).map((n) => ({ id: n.id, name: n.name })),
      properties: node.properties,
      contents,
      revision: node.revision,
      createdBy: node.by,
      createdAt: node.at,
      modifiedBy: node.by,
      modifiedAt: node.at,
      allowed: ['READ', 'WRITE', 'ADD_CHILD', 'DELETE', 'CHANGE_PERMISSIONS'],
      locked: node.locked,
    };
  }

  update(node: MockNode, change: Json): Json {
    for (const [name, value] of Object.entries(change)) {
      if (value === null) Reflect.deleteProperty(node.properties, name);
      else node.properties[name] = value;
    }
    node.revision++;
    return this.view(node);
  }

  move(node: MockNode, to: Json): Json {
    node.parent = typeof to.parent === 'string' ? to.parent : node.parent;
    node.name = typeof to.name === 'string' ? to.name : node.name;
    node.revision++;
    return this.view(node);
  }

  remove(node: MockNode): void {
    this.children(node).forEach((child) => this.remove(child));
    this.nodes.delete(node.id);
  }

  newFolder(data: Json): MockNode {
    return this.add(this.folders, 'cor:caseFolder', String(data.holderName), {
      'cor:holderKind': data.holderKind,
      'cor:holderName': data.holderName,
      'cor:lastActivity': ago(0),
    });
  }

  newFile(folder: MockNode, data: Json): MockNode {
    const number = `2026-${String(++this.files).padStart(6, '0')}`;
    const properties: Json = { 'cor:fileNumber': number, 'cor:status': 'open' };
    for (const [key, value] of Object.entries(data)) properties[`cor:${key}`] = value;
    const file = this.add(folder, 'cor:caseFile', number, properties);
    this.add(file, 'cor:peoplePart', 'people');
    this.add(file, 'cor:routingPart', 'routing');
    this.add(file, 'cor:documentsPart', 'documents');
    return file;
  }

  private part(file: MockNode, type: string): MockNode {
    const part = this.children(file).find((n) => n.type === type);
    if (!part) throw new Error(`no ${type}`);
    return part;
  }

  // -- intake

  private item(node: MockNode): Json {
    const p = node.properties;
    const state = String(p['cor:intakeState']);
    const twin = [...this.nodes.values()].filter(
      (n) => n !== node && p.twin !== undefined && n.properties.twin === p.twin,
    );
    return {
      id: node.id,
      name: node.name,
      state,
      sha256: sha,
      size: 284_112,
      mediaType: 'application/pdf',
      channel: p['cor:channel'],
      component: p['cor:dropComponent'],
      receivedAt: p['cor:receivedAt'],
      pageCount: state === 'received' || state === 'arriving' ? undefined : p['cor:pageCount'],
      pagesRead: state === 'reading' ? p.pagesRead : undefined,
      confidence: p['cor:confidence'],
      reason: p['cor:intakeReason'],
      explanation: p['cor:intakeExplanation'],
      duplicateOf: twin.map((n) => ({
        id: n.id,
        name: n.name,
        state: n.properties['cor:intakeState'],
      })),
    };
  }

  intake(states: string[], limit: number): Json {
    const all = [...this.nodes.values()]
      .filter((n) => n.properties['cor:intakeState'] !== undefined)
      .sort((a, b) =>
        String(b.properties['cor:receivedAt']).localeCompare(
          String(a.properties['cor:receivedAt']),
        ),
      );
    const counts: Record<string, number> = {};
    all.forEach((n) => {
      const state = String(n.properties['cor:intakeState']);
      counts[state] = (counts[state] ?? 0) + 1;
    });
    const chosen = all.filter((n) => {
      const state = String(n.properties['cor:intakeState']);
      return states.length > 0 ? states.includes(state) : state !== 'filed';
    });
    return { items: chosen.slice(0, limit).map((n) => this.item(n)), counts };
  }

  intakeDetail(node: MockNode): Json {
    return {
      ...this.item(node),
      revision: node.revision,
      caseFile: this.ancestors(node).find((n) => n.type === 'cor:caseFile')?.id,
      suggestions: node.properties.suggestions ?? { matches: [] },
    };
  }

  file(node: MockNode, data: Json): Json {
    const folder =
      typeof data.caseFolder === 'string'
        ? this.node(data.caseFolder)
        : data.newCaseFolder
          ? this.newFolder(data.newCaseFolder as Json)
          : undefined;
    const file =
      typeof data.caseFile === 'string'
        ? this.node(data.caseFile)
        : folder && this.newFile(folder, data.newCaseFile as Json);
    if (!file) throw new Error('no case file');
    node.properties['cor:intakeState'] = 'filed';
    node.parent = this.part(file, 'cor:documentsPart').id;
    if (data.correspondent) {
      const c = data.correspondent as Record<string, string>;
      const properties: Json = {};
      for (const [key, value] of Object.entries(c)) properties[`cor:${key}`] = value;
      this.add(
        this.part(file, 'cor:peoplePart'),
        'cor:correspondent',
        [c.firstName, c.lastName].filter(Boolean).join(' ') || 'Correspondent',
        properties,
      );
    }
    return {
      document: this.view(node),
      caseFile: this.view(file),
      caseFolder: this.view(this.node(file.parent ?? '') ?? file),
    };
  }

  unfile(node: MockNode): Json {
    node.properties['cor:intakeState'] = 'ready';
    node.parent = this.desk.id;
    return this.item(node);
  }

  retry(node: MockNode): Json {
    node.properties['cor:intakeState'] = 'reading';
    node.properties.pagesRead = 0;
    return this.item(node);
  }

  receive(bytes: Buffer, type: string): Json {
    const boundary = /boundary=(.*)$/.exec(type)?.[1] ?? '';
    const text = bytes.toString('latin1');
    const name = /filename="([^"]*)"/.exec(text)?.[1] ?? 'file.pdf';
    const parent = new RegExp(`name="parent"\\r\\n\\r\\n(.*?)\\r\\n--${boundary}`).exec(text)?.[1];
    const node = parent
      ? this.add(this.node(parent), 'cor:document', name)
      : this.letter(name, 'received', 3);
    node.scan ??= 2;
    if (!parent) {
      node.properties['cor:receivedAt'] = ago(0);
      node.properties['cor:channel'] = 'upload';
    }
    return { id: node.id, name, sha256: sha, state: parent ? 'stored' : 'received', revision: 1 };
  }

  private read(): void {
    const all = [...this.nodes.values()];
    const reading = all.filter((n) => n.properties['cor:intakeState'] === 'reading');
    reading.forEach((n) => {
      const read = Number(n.properties.pagesRead ?? 0) + 1;
      n.properties.pagesRead = read;
      if (read >= Number(n.properties['cor:pageCount'])) n.properties['cor:intakeState'] = 'ready';
    });
    if (reading.length < 2) {
      const next = all.find((n) => n.properties['cor:intakeState'] === 'received');
      if (next) {
        next.properties['cor:intakeState'] = 'reading';
        next.properties.pagesRead = 0;
      }
    }
  }

  // -- search

  search(query: URLSearchParams): Json {
    const words = (query.get('q') ?? '').toLowerCase().replace(/[*~"]/g, '').trim();
    const types = query.getAll('type');
    const facets = query.getAll('facet').map((f) => f.split(':'));
    const found = [...this.nodes.values()].filter(
      (n) =>
        ['cor:document', 'cor:caseFile', 'cor:caseFolder', 'cor:correspondent'].includes(n.type) &&
        (types.length === 0 || types.includes(n.type)) &&
        facets.every(([field, value]) =>
          field === 'type' ? n.type === value : n.properties[`cor:${field}`] === value,
        ) &&
        (words === '' || n.type === 'cor:document' || this.title(n).toLowerCase().includes(words)),
    );
    if (query.get('sort') === 'title') {
      found.sort((a, b) => this.title(a).localeCompare(this.title(b)));
    }
    const count = (of: (n: MockNode) => unknown, label: (v: string) => string) => {
      const counts = new Map<string, number>();
      found.forEach((n) => {
        const value = of(n);
        if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
      });
      return [...counts].map(([value, n]) => ({ value, label: label(value), count: n }));
    };
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 25);
    return {
      total: found.length,
      hits: found.slice(from, from + limit).map((n) => ({
        id: n.id,
        type: n.type,
        title: this.title(n),
        path: [...this.ancestors(n).slice(1), n].map((a) => a.name).join('/'),
        snippet:
          n.type === 'cor:document' && words
            ? `… we ask for your help with the <mark>${words}</mark> &amp; its delay; the office told us &lt;twice&gt; that a <mark>${words}</mark> had been sent …`
            : '',
        page: n.type === 'cor:document' && words ? 2 : 0,
        properties: n.properties,
      })),
      facets: {
        type: count(
          (n) => n.type,
          (v) => this.model.types.find((t) => t.name === v)?.title ?? v,
        ),
        source: count((n) => n.properties['cor:source'], String),
        status: count((n) => n.properties['cor:status'], String),
        intakeState: count((n) => n.properties['cor:intakeState'], String),
        channel: count((n) => n.properties['cor:channel'], String),
      },
      cursor: from + limit < found.length ? String(from + limit) : undefined,
    };
  }

  // -- the rest

  versions(node: MockNode): Json[] {
    const content = { sha256: sha, size: 284_112, mediaType: 'application/pdf' };
    return [
      {
        label: '1.1',
        at: ago(80),
        by: 'mokafor',
        comment: 'Second scan, straightened',
        properties: { ...node.properties, 'cor:letterSubject': 'Delay of the travel grant' },
        contents: { 'cm:content': { ...content, sha256: sha.replace('a3', 'b4') } },
      },
      {
        label: '1.0',
        at: ago(4000),
        by: 'jreyes',
        comment: '',
        properties: { ...node.properties, 'cor:letterSubject': 'Travel grant' },
        contents: { 'cm:content': content },
      },
    ];
  }

  history(node: MockNode): Json[] {
    return [
      { at: ago(5), user: 'mokafor', displayName: 'Marisol Okafor', action: 'UPDATE' },
      { at: ago(60), user: 'mokafor', displayName: 'Marisol Okafor', action: 'FILE' },
      { at: node.at, user: 'system', displayName: 'Chancery', action: 'RECEIVE' },
    ];
  }

  permissions(node: MockNode): Json {
    const labels: Record<string, string> = {
      GROUP_COMPONENT_EXECSEC: 'Executive Secretariat',
      GROUP_ROLE_EXECUTIVE_SECRETARY: 'Executive secretaries',
      mokafor: 'Marisol Okafor',
    };
    const label = (g: { authority: string; role: string }) => ({
      ...g,
      label: labels[g.authority] ?? g.authority,
    });
    const inherited = [
      { authority: 'GROUP_COMPONENT_EXECSEC', role: 'EDITOR' },
      { authority: 'GROUP_ROLE_EXECUTIVE_SECRETARY', role: 'COORDINATOR' },
    ];
    return {
      inherits: !node.locked,
      grants: node.grants.map(label),
      effective: [...node.grants, ...(node.locked ? [] : inherited)].map(label),
    };
  }

  setPermissions(node: MockNode, data: Json): Json {
    node.locked = data.inherits !== true;
    node.grants = data.grants as MockNode['grants'];
    return this.permissions(node);
  }

  authorities(q: string): Json[] {
    return [
      { name: 'GROUP_COMPONENT_CBP', label: 'Customs and Border Protection', kind: 'GROUP' },
      { name: 'GROUP_COMPONENT_FEMA', label: 'Federal Emergency Management', kind: 'GROUP' },
      { name: 'jreyes', label: 'Joaquín Reyes', kind: 'USER' },
      { name: 'tandrews', label: 'Tamsin Andrews', kind: 'USER' },
    ].filter((a) => (a.label + a.name).toLowerCase().includes(q.toLowerCase()));
  }

  audit(query: URLSearchParams): Json {
    const actions = ['VIEW', 'SEARCH', 'FILE', 'SIGN_IN', 'CHANGE_PERMISSIONS', 'RECEIVE'];
    const items = Array.from({ length: 60 }, (_, i) => ({
      sequence: 9120 - i,
      at: ago(i * 3),
      user: ['mokafor', 'jreyes', 'system', 'tandrews'][i % 4],
      action: actions[i % actions.length],
      object: i % 5 === 0 ? undefined : [...this.nodes.keys()][i],
      outcome: i % 11 === 0 ? 'DENIED' : 'DONE',
      source: i % 4 === 2 ? 'system' : '10.2.0.14',
      details: i % 6 === 4 ? { reason: 'privacy' } : {},
    })).filter((e) => !query.get('outcome') || e.outcome === query.get('outcome'));
    return { items };
  }

  integrity(verify: boolean): Json {
    return {
      at: ago(0),
      received: 214,
      unfiled: 41,
      open: 138,
      closed: 31,
      removed: 4,
      balanced: true,
      originalsVerified: verify ? 210 : 0,
      exceptions: [],
    };
  }

  // -- the office itself

  private letter(name: string, state: string, pages: number): MockNode {
    const node = this.add(this.desk, 'cor:document', name, {
      'cor:intakeState': state,
      'cor:channel': 'watched-folder',
      'cor:receivedAt': ago(serial * 7),
      'cor:pageCount': pages,
      'cor:confidence': 93,
    });
    node.aspects.push('cor:received');
    return node;
  }

  private fill(): void {
    this.root = this.add(undefined, 'cm:folder', 'Chancery');
    this.desk = this.add(this.root, 'cm:folder', 'Intake');
    const all = this.add(this.root, 'cm:folder', 'Case folders');
    this.folders = this.add(all, 'cm:folder', '2026');
    this.library = this.add(this.root, 'cm:folder', 'Library');
    this.add(this.root, 'cm:folder', 'Stakeholders');
    const guides = this.add(this.library, 'cm:folder', 'Style guides and letterheads');
    this.add(this.library, 'cm:folder', 'Testimony');
    this.add(guides, 'cor:document', 'Correspondence manual 2026.pdf').scan = 8;
    this.add(this.library, 'cor:document', 'Holiday schedule.pdf').scan = 1;

    const people: [string, string, string][] = [
      ['Castellanos, Ines', 'Delay of a travel grant for the spring exchange', 'public'],
      ['Whitfield, Harold J.', 'Flood insurance map of Terrebonne Parish', 'congress'],
      ['Prairie Counties Alliance', 'Radio towers and interoperability', 'ngo'],
      ['Nguyen, Thuy', 'Naturalization interview postponed twice', 'public'],
      [
        'The Coalition of Volunteer Fire Companies of the Upper Missouri and Adjoining Counties, Incorporated',
        'Request for a meeting with the Secretary about grants to volunteer companies, and about the long title of their organization',
        'ngo',
      ],
    ];
    const files = people.map(([holder, subject, source], i) => {
      const folder = this.newFolder({
        holderKind: holder.includes(', ') && holder.length < 40 ? 'individual' : 'organization',
        holderName: holder,
      });
      const file = this.newFile(folder, {
        subject,
        source,
        correspondenceType: 'letter',
        dateReceived: '2026-11-0' + (i + 2),
        dueDate: i % 2 ? '2026-12-0' + (i + 1) : undefined,
        component: ['EXECSEC'],
      });
      const doc = this.add(this.part(file, 'cor:documentsPart'), 'cor:document', `${subject}.pdf`, {
        'cor:letterDate': '2026-10-1' + i,
        'cor:senderName': holder,
        'cor:letterSubject': subject,
        'cor:pageCount': 2,
        'cor:confidence': 94,
        'cor:intakeState': 'filed',
        'cor:channel': 'watched-folder',
        'cor:receivedAt': ago(9000 + i),
      });
      doc.scan = i + 3;
      doc.aspects.push('cor:letter', 'cor:read', 'cor:received');
      const person = this.add(this.part(file, 'cor:peoplePart'), 'cor:correspondent', holder, {
        'cor:firstName': holder.split(', ')[1],
        'cor:lastName': holder.split(', ')[0],
        'cor:city': 'Fargo',
        'cor:state': 'ND',
        'cor:zip': '58102',
        'cor:role': 'writer',
      });
      this.add(person, 'cor:protectedValue', 'SSN', {
        'cor:kind': 'ssn',
        'cor:value': '000-00-0000',
      });
      return { folder, file, holder, subject };
    });

    const names = [
      'scan_0001.pdf',
      'scan_0002.pdf',
      'Whitfield flood map follow-up.pdf',
      'FAX 2026-11-21 14.02 from the Governor’s office in Baton Rouge, nine pages, third attempt.pdf',
      'scan_0005.pdf',
      'scan_0006.pdf',
      'scan_0007.pdf',
      'testimony draft.docx',
    ];
    names.forEach((name, i) => {
      const node = this.letter(name, 'ready', [1, 2, 1, 9, 3, 1, 2, 4][i] ?? 1);
      node.scan = i;
      if (i === 1) node.properties['cor:confidence'] = 61;
      if (i === 4 || i === 5) node.properties.twin = 'same';
      const who = files[i % files.length];
      node.properties.suggestions = {
        letterDate: { value: '2026-11-1' + i, reason: 'Found in the first lines of the letter' },
        sender: {
          prefix: 'Ms.',
          first: 'Ines',
          last: 'Castellanos',
          street: '118 Cottonwood Lane',
          city: 'Fargo',
          state: 'ND',
          zip: '58102',
          phone: '(701) 555-0147',
          reason: 'Found under the signature',
        },
        addressee: { value: 'The Honorable Secretary', reason: 'Found below the date' },
        subject: {
          value: who?.subject ?? 'A request',
          reason: 'Found in the line that begins “Re:”',
        },
        matches: who
          ? [
              {
                kind: 'caseFile',
                id: who.file.id,
                title: who.subject,
                reason: 'Open file of the same writer; the subject has 4 words in common',
                score: 0.91,
              },
              {
                kind: 'caseFolder',
                id: who.folder.id,
                title: who.holder,
                reason: 'Same name and ZIP code',
                score: 0.8,
              },
            ]
          : [],
      };
    });
    for (let i = 0; i < 26; i++) this.letter(`batch 7 page ${i + 1}.tif`, 'received', 1 + (i % 6));
    const bad = this.letter('invoice-encrypted.pdf', 'quarantined', 1);
    bad.properties['cor:intakeReason'] = 'encrypted';
    bad.properties['cor:intakeExplanation'] =
      'The PDF asks for a password. Ask the sender for a copy without one, or save one yourself, and hand it in.';
    const arriving = this.letter('scan_0033.tif', 'arriving', 1);
    arriving.properties['cor:intakeExplanation'] = 'The scanner is still writing this file.';
  }
}
