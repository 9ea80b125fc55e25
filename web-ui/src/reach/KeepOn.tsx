import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog';
import type { ContactList } from './api';

const MOST_AT_ONCE = 500;

/** Chooses the list that stakeholders are put on. */
export function KeepOn(props: {
  total: number;
  lists: ContactList[];
  busy: boolean;
  problem: ReactNode;
  onChoose: (id: string, name: string) => void;
  onNew: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Put on a list" onClose={props.onClose}>
      {props.problem}
      {props.total > MOST_AT_ONCE && (
        <p>
          The first {MOST_AT_ONCE} of {props.total.toLocaleString('en-US')} are put on it. Narrow
          the search to choose which.
        </p>
      )}
      <ul className="nolist choices">
        {props.lists.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={props.busy}
              onClick={() => props.onChoose(each.id, each.name)}
            >
              {each.name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="usa-button" disabled={props.busy} onClick={props.onNew}>
        A new list
      </button>
    </Dialog>
  );
}
