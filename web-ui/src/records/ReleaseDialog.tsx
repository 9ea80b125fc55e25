import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { Node, Retention } from '../api/types';
import { Loaded } from '../ui/Waiting';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useHold, useRetention } from './useRecords';
import { useTold } from './useTold';
import { holdKind } from './words';

/** Releases one item from one of the holds that are on it. */
export function ReleaseItemDialog(props: { node: Node; onClose: () => void }) {
  const retention = useRetention(props.node.id);
  return (
    <Loaded query={retention} lines={0}>
      {(now) => <Choosing {...props} holds={now.holds} />}
    </Loaded>
  );
}

function Choosing(props: { node: Node; holds: Retention['holds']; onClose: () => void }) {
  const { node, holds, onClose } = props;
  const id = useId();
  const [chosen, setChosen] = useState(holds[0]?.id ?? '');
  const told = useTold();
  return (
    <ReasonDialog
      title={`Release “${node.title}”`}
      about="The hold stays on whatever else it is on. What another hold is on stays held."
      hint="Kept in the ledger."
      yes="Release it"
      doing="Releasing…"
      ready={chosen !== ''}
      act={async (reason) => {
        await api.holds.release(chosen, reason, [node.id]);
        told(`“${node.title}” is released.`, {
          undo: () => api.holds.add(chosen, { nodes: [node.id] }),
          undone: 'It is under the hold again.',
        });
        onClose();
      }}
      onClose={onClose}
    >
      <div className="field">
        <label className="usa-label" htmlFor={id}>
          From the hold
        </label>
        <select
          id={id}
          className="usa-select"
          data-autofocus
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {holds.map((hold) => (
            <option key={hold.id} value={hold.id}>
              {holdKind(hold.kind)}, placed by {hold.placedBy.label}
            </option>
          ))}
        </select>
      </div>
      {chosen && <Whether hold={chosen} node={node} />}
    </ReasonDialog>
  );
}

/** Says beforehand what the server would refuse: a hold above it, or one of a search. */
function Whether({ hold, node }: { hold: string; node: Node }) {
  const query = useHold(hold);
  if (!query.data) {
    return null;
  }
  if (query.data.hold.query !== undefined) {
    return (
      <p className="usa-hint">
        This hold is on a search: all that matches is released together, on the hold’s page.
      </p>
    );
  }
  if (!query.data.items.some((item) => item.id === node.id)) {
    return (
      <p className="usa-hint">
        This hold is not on it but on something above it. Release that, on its page.
      </p>
    );
  }
  return <p className="usa-hint">{query.data.hold.reason}</p>;
}
