import { showCode } from '../ui/show';

const ACTIONS: Record<string, string> = {
  SIGN_IN: 'Signed in',
  SIGN_OUT: 'Signed out',
  LOCK_SESSION: 'Session locked',
  AFFIRM: 'Affirmed the responsibilities',
  RECEIVE: 'Received',
  QUARANTINE: 'Set aside',
  READ_PAPER: 'Text was read',
  RETRY: 'Asked to be read again',
  FILE: 'Filed',
  CREATE: 'Created',
  UPDATE: 'Changed',
  MOVE: 'Moved or renamed',
  MERGE: 'Merged case folders, or took it back',
  DELETE: 'Deleted',
  VIEW: 'Seen',
  SEARCH: 'Searched',
  CHANGE_PERMISSIONS: 'Permissions changed',
  DECLARE: 'Declared a record',
  ADMINISTER: 'Administered',
  READ_LEDGER: 'Read the ledger',
  CHECK_INTEGRITY: 'Integrity checked',
  REPORT_INTEGRITY: 'Integrity report made',
  READ_METRICS: 'Saw the metrics',
  CHANGE_FILE_PLAN: 'File plan changed',
  APPLY_SERIES: 'Series applied',
  SUPERSEDE: 'Superseded',
  END_NEED: 'No longer needed',
  RUN_CLOCK: 'Clock run',
  BECOME_ELIGIBLE: 'Became due',
  HOLD: 'Put under a hold',
  RELEASE: 'Released from a hold',
  CORRECT: 'Correction added',
  START_ROUTE: 'Route started',
  END_ROUTE: 'Route ended',
  WITHDRAW_ROUTE: 'Route withdrawn',
  ASSIGN: 'Tasked',
  CLAIM: 'Tasking claimed',
  RETURN: 'Tasking returned',
  REASSIGN: 'Tasking reassigned',
  EXTEND: 'Suspense extended',
  COMPLETE: 'Tasking completed',
  CLEAR: 'Clearance given',
  WITHDRAW: 'Tasking withdrawn',
  REMIND: 'Reminded of a suspense',
  MESSAGE: 'Message sent',
  PRINT: 'Letter printed for signature',
  DISPATCH: 'Dispatched',
  SEND: 'Letter sent by mail, or not',
  ALARM: 'Alarm raised, or over',
  CLOSE: 'Case file closed',
  REOPEN: 'Case file reopened',
  DEPLOY_TEMPLATE: 'Routing template deployed',
  REQUEST: 'Request',
};

export const ACTION_CHOICES: readonly [string, string][] = Object.entries(ACTIONS);

export function actionLabel(action: string): string {
  return ACTIONS[action] ?? showCode(action);
}

export const OUTCOMES: Record<string, string> = {
  DONE: 'Done',
  DENIED: 'Refused',
  FAILED: 'Failed',
};
