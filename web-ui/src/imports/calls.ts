import { http } from '../api/client';
import type { UploadOptions } from '../api/http';
import type { components } from '../api/openapi';
import type { Decision, Import, Which } from './contract';

type Schemas = components['schemas'];

export const all = () => http.get<Schemas['Imports']>('/imports');
export const get = (id: string) => http.get<Import>(`/imports/${id}`);
export const add = (file: File, options: UploadOptions) =>
  http.upload<Import>('/imports', file, options);
export const map = (id: string, fields: string[]) =>
  http.put<Import>(`/imports/${id}/mapping`, { fields });
export const readAgain = (id: string, how: Schemas['ImportReading']) =>
  http.post<Import>(`/imports/${id}/reading`, how);
export const rows = (id: string, which: Which, cursor?: string) =>
  http.get<Schemas['ImportRows']>(`/imports/${id}/rows`, {
    query: { ...which, cursor, limit: 25 },
  });
export const decide = (id: string, row: number, decision: Decision) =>
  http.put<Import>(`/imports/${id}/rows/${row}`, decision);
export const decideAll = (id: string, decisions: Schemas['ImportDecisions']['decisions']) =>
  http.post<Import>(`/imports/${id}/decisions`, { decisions });
export const run = (id: string) => http.post<Import>(`/imports/${id}/run`, {});
export const cancel = (id: string) => http.post<Import>(`/imports/${id}/cancel`, {});
export const undo = (id: string) => http.post<Import>(`/imports/${id}/undo`, {});
