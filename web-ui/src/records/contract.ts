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
export type WholeStub = Schemas['WholeStub'];
export type RecordsReport = Schemas['RecordsReport'];

export type Transfer = Schemas['Transfer'];
export type TransferFault = Schemas['TransferFault'];
