import type { Route, Tasking, Template, TemplateDetail } from '../api/types';

export function tasking(id: string, more: Partial<Tasking> = {}): Tasking {
  return {
    id,
    caseFile: { id: 'f1', number: '2026-000119', subject: 'Delay of a grant' },
    form: 'cwf:generalTask',
    stepName: '',
    instruction: `Look into ${id}`,
    assignee: { name: 'clerk', label: 'A Clerk', kind: 'person' },
    access: 'edit',
    due: '2026-11-27',
    state: 'open',
    outcomes: [
      { value: 'done', label: 'Done', needsComment: false },
      { value: 'not-possible', label: 'Not possible', needsComment: true },
    ],
    assignedBy: { name: 'supervisor', label: 'Sam Supervisor' },
    assignedAt: '2026-11-20T10:00:00Z',
    overdue: false,
    businessDaysLeft: 4,
    trail: [],
    allowed: ['return', 'extend', 'complete'],
    revision: 3,
    ...more,
  };
}

export const CITIZEN: Template = {
  key: 'citizenLetter',
  version: 2,
  name: 'Citizen letter',
  description: 'A letter from the public.',
  steps: [
    { id: 'assign', name: 'Assign', form: 'cwf:assignTask' },
    { id: 'draft', name: 'Draft', form: 'cwf:draftTask' },
    { id: 'sign', name: 'Sign', form: 'cwf:signTask' },
  ],
  needs: ['lead', 'reviewer', 'signer'],
  deployedBy: 'System',
  deployedAt: '2026-11-01T10:00:00Z',
};

export const CONGRESS: Template = {
  ...CITIZEN,
  key: 'congressionalInquiry',
  name: 'Congressional inquiry',
};

export const CITIZEN_SOURCE: TemplateDetail = { ...CITIZEN, bpmn: '<definitions/>' };

export function route(more: Partial<Route> = {}): Route {
  return {
    id: 'r1',
    template: 'citizenLetter',
    version: 2,
    name: 'Citizen letter',
    state: 'running',
    startedBy: { name: 'clerk', label: 'A Clerk' },
    startedAt: '2026-11-20T10:00:00Z',
    standing: { active: ['draft'], visited: ['start', 'assign', 'draft'] },
    taskings: [],
    allowed: ['withdraw'],
    ...more,
  };
}
