import type { IntakeState } from '../api/types';

const STATES: Record<IntakeState, string> = {
  arriving: 'Arriving',
  received: 'Received',
  reading: 'Being read',
  ready: 'Ready to file',
  filed: 'Filed',
  quarantined: 'Set aside',
};

export function stateLabel(state: string): string {
  return STATES[state as IntakeState] ?? state;
}

export function StateChip({ state }: { state: string }) {
  return <span className={`chip ${state}`}>{stateLabel(state)}</span>;
}
