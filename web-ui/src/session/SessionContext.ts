import { createContext, useContext } from 'react';
import type { Session } from '../api/types';
import type { Drafts } from './drafts';

export interface SessionAccess {
  session: Session;
  drafts: Drafts;
  can(capability: string): boolean;
  signOut(): Promise<void>;
}

export const SessionContext = createContext<SessionAccess | null>(null);

/** The session; only within pages that need one. */
export function useSession(): SessionAccess {
  const access = useContext(SessionContext);
  if (!access) {
    throw new Error('No session around this component');
  }
  return access;
}
