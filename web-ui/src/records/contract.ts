/* What the records desk is told: the shapes of its routes. */
import type { Who } from '../api/types';

export const QUEUES = [
  'due',
  'awaiting-review',
  'awaiting-approval',
  'in-transfer',
  'on-hold',
  'exceptions',
] as const;

export type QueueName = (typeof QUEUES)[number];

export interface RecordsDesk {
  counts: {
    due: number;
    awaitingReview: number;
    awaitingApproval: number;
    inTransfer: number;
    onHold: number;
    exceptions: number;
  };
  lastRun?: { at: string; due: number } | null;
  allowed: string[];
}

export interface BriefDisposition {
  id: string;
  number: string;
  action: string;
}

export interface QueueItem {
  /** Without a name for who may not see it. */
  folder: { id: string; name?: string | null };
  series?: { code: string; title: string; permanence: string } | null;
  state: string;
  since: string;
  activityAt: string;
  activityKind: string;
  cutoffOn?: string | null;
  eligibleOn?: string | null;
  why: string;
  holds: { id: string; kind: string; reason: string }[];
  disposition?: BriefDisposition | null;
  review?: { decision: string; by: Who; at: string; reason: string } | null;
  files: number;
}

export interface ReviewOutcome {
  reviewed: number;
  refused: { id: string; name?: string | null; reason: string }[];
}

export interface ClockRun {
  due: number;
  proposed: number;
}

export interface Disposition extends BriefDisposition {
  state: string;
  series: { code: string; title: string; authority: string; authorityStatus: string };
  proposedAt: string;
  /** Nobody: the system. */
  proposedBy?: Who | null;
  reason?: string | null;
  approvals: { by: Who; at: string; reason: string }[];
  needed: number;
  rejection?: { by?: Who | null; at: string; reason: string; until?: string | null } | null;
  counts: { items: number; done: number; withdrawn: number; files: number; bytes: number };
  certificate: boolean;
  transfer?: string | null;
  accession?: string | null;
  endedAt?: string | null;
  problem?: string | null;
  allowed: string[];
}

export interface DispositionItem {
  id: string;
  folder?: { id: string; name: string } | null;
  number?: string | null;
  state: string;
  reason?: string | null;
  at: string;
  documents: number;
  bytes: number;
  stub?: string | null;
}

export interface Stub {
  id: string;
  name: string;
  series: string;
  authority: string;
  action: string;
  disposedAt: string;
  from?: string | null;
  to?: string | null;
  documents: number;
  bytes: number;
  disposition?: BriefDisposition | null;
  accession?: string | null;
}

export interface TransferFault {
  code: string;
  path?: string | null;
  what: string;
  todo: string;
  node?: { id: string; name?: string | null } | null;
}

export interface Transfer {
  id: string;
  station: string;
  progress?: { files: number; bytes: number; ofFiles: number; ofBytes: number } | null;
  faults: TransferFault[];
  package?: {
    name: string;
    files: number;
    bytes: number;
    seal?: string | null;
    checkedAt?: string | null;
  } | null;
  sentAt?: string | null;
  receipt?: { accession: string; on: string } | null;
  custodyOn?: string | null;
  rejection?: { reason: string; at: string } | null;
  allowed: string[];
}

export const REPORTS = ['volume', 'due', 'holds', 'destructions', 'transfers'] as const;

export type ReportName = (typeof REPORTS)[number];

export interface RecordsReport {
  columns: { name: string; title: string }[];
  rows: Record<string, unknown>[];
}
