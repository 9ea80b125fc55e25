import { host, http } from './client';
import type { UploadOptions } from './http';
import { newKey } from './key';
import type * as R from '../records/contract';
import type * as T from './types';

function withToken(session: T.Session): T.Session {
  host.useToken(session.csrf);
  return session;
}

export const session = {
  current: () => http.get<T.Session>('/me').then(withToken),
  signIn: (user: string, password: string) =>
    http.post<T.Session>('/session', { user, password }).then(withToken),
  affirm: () => http.post<T.Session>('/session/affirmation', { accepted: true }).then(withToken),
  lock: () => http.post<unknown>('/session/lock'),
  signOut: () => http.delete('/session'),
};

export const intake = {
  list: (state: readonly T.IntakeState[], cursor?: string, limit = 50) =>
    http.get<T.IntakeList>('/intake', { query: { state, cursor, limit } }),
  item: (id: string) => http.get<T.IntakeDetail>(`/intake/${id}`),
  file: (id: string, filing: T.FilingRequest, idempotencyKey: string) =>
    http.post<T.Filing>(`/intake/${id}/file`, filing, { idempotencyKey }),
  unfile: (id: string) => http.post<T.IntakeItem>(`/intake/${id}/unfile`),
  retry: (id: string) => http.post<T.IntakeItem>(`/intake/${id}/retry`),
  phoneCall: (call: T.PhoneCall, idempotencyKey: string) =>
    http.post<T.IntakeItem>('/intake/phone-calls', call, { idempotencyKey }),
  pasted: (text: T.PastedText, idempotencyKey: string) =>
    http.post<T.IntakeItem>('/intake/pasted', text, { idempotencyKey }),
};

export interface SearchParams {
  q?: string;
  type?: readonly string[];
  facet?: readonly string[];
  within?: string;
  from?: string;
  to?: string;
  sort?: string;
  cursor?: string;
  limit?: number;
}

export const search = (params: SearchParams) =>
  http.get<T.SearchResult>('/search', { query: { ...params } });

export const documents = {
  upload: (file: File, options: UploadOptions) =>
    http.upload<T.Received>('/documents', file, options),
};

export interface Rendition {
  rendition?: 'pdf' | 'text' | 'thumbnail' | 'layout' | 'letter';
  version?: string;
  /** The number of an e-mail's attachment. */
  attachment?: number;
  download?: boolean;
}

export const nodes = {
  get: (id: string) => http.get<T.Node>(`/nodes/${id}`),
  children: (id: string, cursor?: string, limit = 200) =>
    http.get<T.Page<T.Node>>(`/nodes/${id}/children`, { query: { cursor, limit } }),
  versions: (id: string) => http.get<{ items: T.Version[] }>(`/nodes/${id}/versions`),
  relations: (id: string) => http.get<T.Relations>(`/nodes/${id}/relations`),
  history: (id: string, cursor?: string) =>
    http.get<T.Page<T.HistoryEntry>>(`/nodes/${id}/history`, { query: { cursor } }),
  create: (parent: string, type: string, name: string, properties: T.Properties) =>
    http.post<T.Node>(
      `/nodes/${parent}/children`,
      { type, name, properties },
      { idempotencyKey: newKey() },
    ),
  update: (id: string, revision: number, properties: T.PropertyChanges) =>
    http.put<T.Node>(`/nodes/${id}/properties`, { properties }, { revision }),
  move: (id: string, revision: number, to: { parent?: string; name?: string }) =>
    http.post<T.Node>(`/nodes/${id}/move`, to, { revision }),
  declare: (id: string, revision: number) =>
    http.post<T.Node>(`/nodes/${id}/declare`, {}, { revision }),
  remove: (id: string, revision: number) => http.delete(`/nodes/${id}`, { revision }),
  replaceContent: (
    id: string,
    revision: number,
    file: File,
    version: { comment: string; major: boolean },
    options: UploadOptions,
  ) =>
    http.replaceContent<T.Node>(
      `/nodes/${id}/content`,
      file,
      revision,
      { comment: version.comment, major: String(version.major) },
      options,
    ),
  contentUrl: (id: string, r: Rendition = {}) =>
    http.url(`/nodes/${id}/content`, {
      rendition: r.rendition,
      version: r.version,
      attachment: r.attachment,
      download: r.download ? '1' : undefined,
    }),
  mail: (id: string) => http.get<T.Mail>(`/nodes/${id}/mail`),
  text: (id: string, signal?: AbortSignal) =>
    http.text(`/nodes/${id}/content`, { rendition: 'text' }, signal),
};

export const caseFolders = {
  create: (folder: T.NewCaseFolder) =>
    http.post<T.Node>('/case-folders', folder, { idempotencyKey: newKey() }),
  merge: (folder: string, into: string, reason: string) =>
    http.post<T.Node>(`/case-folders/${folder}/merge`, { into, reason }),
  undoMerge: (folder: string) => http.post<T.Node>(`/merges/${folder}/undo`),
  createFile: (folder: string, file: T.NewCaseFile) =>
    http.post<T.Node>(`/case-folders/${folder}/case-files`, file, {
      idempotencyKey: newKey(),
    }),
};

export const letters = {
  templates: () => http.get<T.LetterTemplateList>('/letter-templates'),
  draft: (caseFile: string, draft: T.NewDraft, idempotencyKey: string) =>
    http.post<T.Node>(`/case-files/${caseFile}/drafts`, draft, { idempotencyKey }),
  print: (document: string) => http.post<T.Node>(`/documents/${document}/print`),
  compare: (document: string, from: string, to: string) =>
    http.get<T.Comparison>(`/documents/${document}/compare`, { query: { from, to } }),
};

export const dispatches = {
  of: (caseFile: string) => http.get<T.DispatchList>(`/case-files/${caseFile}/dispatches`),
  record: (caseFile: string, dispatch: T.NewDispatch, idempotencyKey: string) =>
    http.post<T.Dispatch>(`/case-files/${caseFile}/dispatches`, dispatch, { idempotencyKey }),
  retry: (dispatch: string) => http.post<T.Dispatch>(`/dispatches/${dispatch}/retry`),
  withdraw: (dispatch: string, reason: string) =>
    http.post<T.Dispatch>(`/dispatches/${dispatch}/withdraw`, { reason }),
};

export const caseFiles = {
  close: (id: string, resolution?: string) =>
    http.post<T.Node>(`/case-files/${id}/close`, { resolution }),
  reopen: (id: string, reason: string) => http.post<T.Node>(`/case-files/${id}/reopen`, { reason }),
};

export const permissions = {
  get: (id: string) => http.get<T.Permissions>(`/nodes/${id}/permissions`),
  set: (id: string, change: T.PermissionsChange) =>
    http.put<T.Permissions>(`/nodes/${id}/permissions`, change),
  authorities: (q: string) =>
    http.get<{ items: T.Authority[] }>('/authorities', { query: { q, limit: 20 } }),
};

export const templates = {
  list: () => http.get<{ items: T.Template[] }>('/templates'),
  get: (key: string, version?: number) =>
    http.get<T.TemplateDetail>(`/templates/${key}`, { query: { version } }),
  deploy: (bpmn: string) =>
    http.post<T.Template>('/templates', { bpmn }, { idempotencyKey: newKey() }),
};

export const routes = {
  of: (caseFile: string) => http.get<{ items: T.Route[] }>(`/case-files/${caseFile}/routes`),
  start: (caseFile: string, route: T.NewRoute, idempotencyKey: string) =>
    http.post<T.Route>(`/case-files/${caseFile}/routes`, route, { idempotencyKey }),
  withdraw: (id: string, why: { reason: string }) =>
    http.post<T.Route>(`/routes/${id}/withdraw`, why, { idempotencyKey: newKey() }),
};

export interface TaskingQuery {
  view: 'mine' | 'group' | 'assigned' | 'all';
  state?: string;
  due?: string;
  sort?: string;
  cursor?: string;
  limit?: number;
}

/** One thing done to a tasking, from the revision that was seen. */
function change<H extends object = Record<string, never>>(what: string) {
  return (id: string, revision: number, how?: H) =>
    http.post<T.Tasking>(`/taskings/${id}/${what}`, how ?? {}, { revision });
}

export const taskings = {
  list: (query: TaskingQuery) => http.get<T.TaskingList>('/taskings', { query: { ...query } }),
  of: (caseFile: string) => http.get<{ items: T.Tasking[] }>(`/case-files/${caseFile}/taskings`),
  get: (id: string) => http.get<T.Tasking>(`/taskings/${id}`),
  create: (caseFile: string, tasking: T.NewTasking) =>
    http.post<T.Tasking>(`/case-files/${caseFile}/taskings`, tasking, {
      idempotencyKey: newKey(),
    }),
  part: (whole: string, tasking: T.NewTasking) =>
    http.post<T.Tasking>(`/taskings/${whole}/subtask`, tasking, { idempotencyKey: newKey() }),
  claim: change('claim'),
  giveBack: change<{ reason: string }>('return'),
  reassign: change<{ assignee: string; reason: string }>('reassign'),
  extend: change<{ due: string; reason: string }>('extend'),
  complete: change<{ outcome: string; comment?: string }>('complete'),
  withdraw: change<{ reason: string }>('withdraw'),
};

export const messages = {
  of: (caseFile: string) => http.get<T.Page<T.Message>>(`/case-files/${caseFile}/messages`),
  unread: () => http.get<T.Page<T.Message>>('/messages', { query: { unread: '1', limit: 100 } }),
  send: (caseFile: string, message: T.NewMessage) =>
    http.post<T.Message>(`/case-files/${caseFile}/messages`, message, {
      idempotencyKey: newKey(),
    }),
  read: (id: string) => http.post<T.Message>(`/messages/${id}/read`, {}),
};

export const clearances = (caseFile: string) =>
  http.get<{ rounds: T.ClearanceRound[] }>(`/case-files/${caseFile}/clearances`);

export const desk = () => http.get<T.Desk>('/desk');

export const access = {
  ofCaseFile: (id: string) => http.get<T.CaseFileAccess>(`/case-files/${id}/access`),
  capabilities: () => http.get<T.Capabilities>('/capabilities'),
  matrix: () => http.get<T.PermissionMatrix>('/permission-matrix'),
  matrixCsvUrl: () => http.url('/permission-matrix', { format: 'csv' }),
};

export const me = {
  setPassword: (old: string, password: string) =>
    http.post<unknown>('/me/password', { old, password }),
};

export const mailStanding = () => http.get<T.MailStanding>('/mail');

export const accounts = {
  list: () => http.get<{ items: T.Account[] }>('/accounts').then((list) => list.items),
  create: (account: T.NewAccount) => http.post<T.Account>('/accounts', account),
  change: (user: string, revision: number, change: T.AccountChange) =>
    http.put<T.Account>(`/accounts/${encodeURIComponent(user)}`, change, { revision }),
  setPassword: (user: string, password: string) =>
    http.post<unknown>(`/accounts/${encodeURIComponent(user)}/password`, { password }),
  components: () => http.get<{ items: T.Component[] }>('/components').then((list) => list.items),
  putComponent: (component: T.Component) => http.post<T.Component>('/components', component),
};

export const checkAddress = (address: T.AddressToCheck) =>
  http.post<T.AddressChecked>('/addresses/check', address);

export const model = () => http.get<T.Model>('/model');

export interface LedgerFilter {
  user?: string;
  action?: string;
  object?: string;
  outcome?: string;
  from?: string;
  to?: string;
}

export const ledger = (filter: LedgerFilter, cursor?: string) =>
  http.get<T.Page<T.AuditEntry>>('/audit', { query: { ...filter, cursor, limit: 100 } });

export const integrity = {
  count: () => http.get<T.IntegrityReport>('/integrity'),
  reports: (cursor?: string, limit = 30) =>
    http.get<T.IntegrityReportList>('/integrity/reports', { query: { cursor, limit } }),
  report: (id: string) => http.get<T.WholeIntegrityReport>(`/integrity/reports/${id}`),
  make: () => http.post<T.KeptIntegrityReport>('/integrity/reports', {}),
};

export const metrics = {
  list: () => http.get<{ items: T.MetricAbout[] }>('/metrics'),
  get: (name: string, asked: Record<string, string>) =>
    http.get<T.Metric>(`/metrics/${name}`, { query: { ...asked } }),
  taskings: (name: string, asked: Record<string, string | undefined>) =>
    http.get<T.MetricTaskings>(`/metrics/${name}/taskings`, { query: { ...asked } }),
  sheet: (name: string, asked: Record<string, string>) =>
    http.url(`/metrics/${name}`, { ...asked, format: 'csv' }),
};

export const filePlan = {
  get: () => http.get<T.FilePlan>('/file-plan'),
  versions: () => http.get<T.FilePlanVersionList>('/file-plan/versions'),
  csvUrl: (version?: string) => http.url('/file-plan', { format: 'csv', version }),
  check: (csv: string) => http.post<T.FilePlanOutcome>('/file-plan', { csv, check: true }),
  change: (csv: string, reason: string) =>
    http.post<T.FilePlanOutcome>('/file-plan', { csv, reason }),
};

export const retention = {
  of: (id: string) => http.get<T.Retention>(`/nodes/${id}/retention`),
  /** Without a series, what is applied at the folder itself is taken away. */
  applySeries: (id: string, series: string | undefined, reason: string) =>
    http.put<T.Node>(`/nodes/${id}/series`, { series, reason }),
  supersede: (id: string, reason: string, by?: string) =>
    http.post<T.Node>(`/nodes/${id}/superseded`, { by, reason }),
  endNeed: (id: string, reason: string) =>
    http.post<T.Node>(`/nodes/${id}/no-longer-needed`, { reason }),
};

export const holds = {
  list: (state: 'in-force' | 'all') => http.get<T.HoldList>('/holds', { query: { state } }),
  csvUrl: (state: 'in-force' | 'all') => http.url('/holds', { state, format: 'csv' }),
  get: (id: string) => http.get<T.WholeHold>(`/holds/${id}`),
  place: (hold: T.NewHold, idempotencyKey: string) =>
    http.post<T.Hold>('/holds', hold, { idempotencyKey }),
  add: (id: string, what: T.ItemsToHold) => http.post<T.WholeHold>(`/holds/${id}/items`, what),
  release: (id: string, reason: string, nodes?: string[]) =>
    http.post<T.WholeHold>(`/holds/${id}/release`, { nodes, reason }),
};

export const records = {
  desk: () => http.get<R.RecordsDesk>('/records/desk'),
  queue: (name: R.QueueName, series?: string, cursor?: string) =>
    http.get<T.Page<R.QueueItem>>(`/records/queues/${name}`, {
      query: { series, cursor, limit: 50 },
    }),
  review: (
    folders: readonly string[],
    decision: 'permanent' | 'temporary',
    series: string,
    reason: string,
  ) => http.post<R.ReviewOutcome>('/reviews', { folders, decision, series, reason }),
  takeReviewsBack: (folders: readonly string[], reason: string) =>
    http.post<R.ReviewOutcome>('/reviews/take-back', { folders, reason }),
  runClock: () => http.post<R.ClockRun>('/records/run-clock', {}),
  stubs: (q: string, cursor?: string) =>
    http.get<T.Page<R.Stub>>('/stubs', { query: { q, cursor, limit: 50 } }),
  stub: (id: string) => http.get<R.WholeStub>(`/stubs/${id}`),
  report: (name: R.ReportName, from: string, to: string) =>
    http.get<R.RecordsReport>(`/records/reports/${name}`, { query: { from, to } }),
  reportUrl: (name: R.ReportName, from: string, to: string) =>
    http.url(`/records/reports/${name}`, { from, to, format: 'csv' }),
};

export const dispositions = {
  list: (query: {
    state?: R.DispositionState;
    action?: R.Disposition['action'];
    series?: string;
    cursor?: string;
  }) => http.get<T.Page<R.Disposition>>('/dispositions', { query: { ...query, limit: 50 } }),
  get: (id: string) => http.get<R.Disposition>(`/dispositions/${id}`),
  items: (id: string, cursor?: string) =>
    http.get<T.Page<R.DispositionItem>>(`/dispositions/${id}/items`, {
      query: { cursor, limit: 100 },
    }),
  propose: (folders: readonly string[], reason: string, idempotencyKey: string) =>
    http.post<R.Disposition>('/dispositions', { folders, reason }, { idempotencyKey }),
  approve: (id: string, reason: string) =>
    http.post<R.Disposition>(`/dispositions/${id}/approve`, { reason }),
  reject: (id: string, reason: string, until?: string, folders?: readonly string[]) =>
    http.post<R.Disposition>(`/dispositions/${id}/reject`, { reason, until, folders }),
  certificateUrl: (id: string, part?: 'hashes') =>
    http.url(`/dispositions/${id}/certificate`, { part }),
};

export const transfers = {
  get: (id: string) => http.get<R.Transfer>(`/transfers/${id}`),
  pack: (id: string) => http.post<R.Transfer>(`/transfers/${id}/package`, {}),
  sent: (id: string, on: string, reason: string) =>
    http.post<R.Transfer>(`/transfers/${id}/sent`, { on, reason }),
  receipt: (id: string, accession: string, on: string) =>
    http.post<R.Transfer>(`/transfers/${id}/receipt`, { accession, on }),
  custody: (id: string, on: string) => http.post<R.Transfer>(`/transfers/${id}/custody`, { on }),
  rejected: (id: string, reason: string) =>
    http.post<R.Transfer>(`/transfers/${id}/rejected`, { reason }),
  addCopy: (id: string, of: string, reason: string, file: File, options: UploadOptions) =>
    http.upload<R.Transfer>(`/transfers/${id}/copies`, file, {
      ...options,
      fields: { of, reason },
    }),
  reportUrl: (id: string) => http.url(`/transfers/${id}/report`),
};

export const health = () => http.get<T.Health>('/health', { accept: [503] });
