import { http } from '../api/client';
import type { components } from '../api/openapi';

type Schemas = components['schemas'];
export type Found = Schemas['FoundStakeholder'];
export type FoundPage = Schemas['FoundStakeholders'];
export type SavedSearch = Schemas['SavedSearch'];
export type ContactList = Schemas['ContactList'];
export type Gaps = Schemas['Gaps'];
export type GapPlace = Schemas['GapPlace'];
export type GapCell = Schemas['GapCell'];
export type Report = Schemas['OutreachReport'];
export type OrderedReport = Schemas['OrderedReport'];
export type NewOrderedReport = Schemas['NewOrderedReport'];
export type Priorities = Schemas['PriorityTree'];

/** What is asked, by parameter; as the address of a page has it. */
export type Asked = Record<string, string | string[]>;

/** What the pages of outreach ask the server. */
export const reach = {
  find: (asked: Asked, cursor?: string, limit = 25) =>
    http.get<FoundPage>('/stakeholders', { query: { ...asked, facets: 'true', cursor, limit } }),
  ids: async (asked: Asked, most: number): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page: FoundPage = await http.get<FoundPage>('/stakeholders', {
        query: { ...asked, cursor, limit: 200 },
      });
      ids.push(...page.items.map((each) => each.id));
      cursor = page.cursor;
    } while (cursor && ids.length < most);
    return ids.slice(0, most);
  },
  searches: () => http.get<Schemas['SavedSearches']>('/saved-searches'),
  saveSearch: (name: string, query: string, shared: string[]) =>
    http.post<SavedSearch>('/saved-searches', { name, query, shared }),
  deleteSearch: (id: string) => http.delete(`/saved-searches/${id}`),
  lists: () => http.get<Schemas['ContactLists']>('/lists'),
  list: (id: string) => http.get<ContactList>(`/lists/${id}`),
  makeList: (name: string, description: string, shared: string[]) =>
    http.post<ContactList>('/lists', { name, description, shared }),
  changeList: (list: ContactList, name: string, description: string, shared: string[]) =>
    http.put<ContactList>(
      `/lists/${list.id}`,
      { name, description, shared },
      { revision: list.revision },
    ),
  deleteList: (id: string) => http.delete(`/lists/${id}`),
  enter: (id: string, add: string[], remove: string[] = []) =>
    http.post<ContactList>(`/lists/${id}/entries`, { add, remove }),
  gaps: (asked: Asked) => http.get<Gaps>('/gaps', { query: asked }),
  gapsSheet: (asked: Asked) => http.url('/gaps', { ...asked, format: 'csv' }),
  report: (name: string, asked: Asked) =>
    http.get<Report>(`/outreach-reports/${name}`, { query: asked }),
  reportSheet: (name: string, asked: Asked) =>
    http.url(`/outreach-reports/${name}`, { ...asked, format: 'csv' }),
  ordered: () => http.get<Schemas['OrderedReports']>('/ordered-reports'),
  order: (wanted: NewOrderedReport) => http.post<OrderedReport>('/ordered-reports', wanted),
  changeOrder: (of: OrderedReport, wanted: NewOrderedReport) =>
    http.put<OrderedReport>(`/ordered-reports/${of.id}`, wanted, { revision: of.revision }),
  stopOrder: (id: string) => http.delete(`/ordered-reports/${id}`),
  sheet: (id: string) => http.url(`/nodes/${id}/content`, {}),
  priorities: () => http.get<Priorities>('/priorities'),
};
