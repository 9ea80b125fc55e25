import type { Transfer } from './contract';

/** The way of a transfer, in the order that it is gone; "refused" and "rejected" are side-tracks. */
export const STATIONS = [
  ['approved', 'Approved'],
  ['packaging', 'Packaging'],
  ['packaged', 'Packaged'],
  ['sent', 'Sent'],
  ['receipted', 'Receipt entered'],
  ['in-custody', 'Custody accepted'],
  ['destroyed', 'Destroyed here'],
] as const;

export interface Stop {
  key: string;
  label: string;
  /** Behind, here, or still ahead. */
  at: 'behind' | 'here' | 'ahead';
  /** Whether it went wrong there. */
  wrong: boolean;
  /** Whether nothing comes after it. */
  end: boolean;
}

/** Where a transfer is on its way; a refused one is stuck at packaging, a rejected one at where it was rejected. */
export function way(of: Pick<Transfer, 'station' | 'receipt' | 'sentAt'>): Stop[] {
  const { station } = of;
  const refused = station === 'refused';
  const rejected = station === 'rejected';
  const key = refused ? 'packaging' : rejected ? (of.receipt ? 'receipted' : 'sent') : station;
  const here = Math.max(
    0,
    STATIONS.findIndex(([each]) => each === key),
  );
  return STATIONS.map(([each, label], i) => ({
    key: each,
    label: i === here && refused ? 'Refused' : i === here && rejected ? 'Rejected' : label,
    at: i < here ? 'behind' : i === here ? 'here' : 'ahead',
    wrong: i === here && (refused || rejected),
    end: i === here && station === 'destroyed',
  }));
}
