/* Short names for what the records desk is told, and the names that its addresses know. */
import type { components, operations } from '../api/openapi';

type Schemas = components['schemas'];

export type QueueName = operations['getRecordsQueue']['parameters']['path']['queue'];
export type ReportName = operations['getRecordsReport']['parameters']['path']['report'];

export const QUEUES: readonly QueueName[] = [
  'due',
  'awaiting-review',
  'awaiting-approval',
  'in-transfer',
  'on-hold',
  'exceptions',
];

export const REPORTS: readonly ReportName[] = [
  'volume',
  'due',
  'holds',
  'destructions',
  'transfers',
];

export type RecordsDesk = Schemas['RecordsDesk'];
export type QueueItem = Schemas['QueuedFolder'];
export type ReviewOutcome = Schemas['ReviewOutcome'];
export type ClockRun = Schemas['ClockRun'];
export type Disposition = Schemas['Disposition'];
export type DispositionState = Disposition['state'];
export type DispositionItem = Schemas['DispositionItem'];
export type Stub = Schemas['Stub'];
export type RecordsReport = Schemas['RecordsReport'];

export interface TransferFault {
  code: string;
  path: string;
  what: string;
  todo: string;
  node?: { id: string; name: string };
}

export interface Transfer {
  id: string;
  station: string;
  progress?: { files: number; bytes: number; ofFiles: number; ofBytes: number };
  faults: TransferFault[];
  package?: {
    name: string;
    files: number;
    bytes: number;
    seal?: string;
    checkedAt?: string;
  };
  sentAt?: string;
  receipt?: { accession: string; on: string };
  custodyOn?: string;
  rejection?: { reason: string; at: string };
  allowed: string[];
}
