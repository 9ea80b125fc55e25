import { useId, useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { Node } from '../api/types';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useHolds } from './useRecords';
import { useTold } from './useTold';
import { HOLD_KINDS, holdKind, type HoldKind } from './words';

const NEW = '';

/** Puts one or more items under a hold: one that is there, or a new one. */
export function HoldDialog(props: {
  items: readonly Pick<Node, 'id' | 'title'>[];
  onClose: () => void;
  onDone?: () => void;
}) {
  const { items } = props;
  const holds = useHolds('in-force');
  const told = useTold();
  const id = useId();
  const key = useRef(newKey());
  const [into, setInto] = useState(NEW);
  const [kind, setKind] = useState<HoldKind | ''>('');
  // One that is for a search is not added to by hand: what it is on follows from the search.
  const there = holds.data?.items.filter((hold) => hold.query === undefined) ?? [];
  const nodes = items.map((item) => item.id);
  const name = items.length === 1 ? `“${items[0]?.title}”` : `${items.length} items`;

  const put = async (reason: string) => {
    const hold =
      into !== NEW
        ? into
        : (await api.holds.place({ kind: kind || 'litigation', reason }, key.current)).id;
    await api.holds.add(hold, { nodes });
    told(
      `${name} ${items.length === 1 ? 'is' : 'are'} on hold: nothing of it is destroyed, transferred or deleted.`,
      {
        // A hold made for this alone ends with it.
        undo: () =>
          api.holds.release(hold, `Taken back: ${reason}`, into === NEW ? undefined : nodes),
        undone: 'Taken back: the hold is no longer on it.',
      },
    );
    props.onDone?.();
    props.onClose();
  };

  return (
    <ReasonDialog
      title={`Put ${name} on hold`}
      about="While it is on hold, nothing of it, and of what lies in it, is destroyed, transferred, deleted or loses a version."
      hint={into === NEW ? 'Such as the matter’s or the request’s number.' : 'Kept in the ledger.'}
      yes="Put on hold"
      doing="Putting on hold…"
      ready={into !== NEW || kind !== ''}
      act={put}
      onClose={props.onClose}
    >
      <div className="field">
        <label className="usa-label" htmlFor={`${id}hold`}>
          Under
        </label>
        <select
          id={`${id}hold`}
          className="usa-select"
          value={into}
          onChange={(event) => setInto(event.target.value)}
        >
          <option value={NEW}>A new hold</option>
          {there.map((hold) => (
            <option key={hold.id} value={hold.id}>
              {holdKind(hold.kind)}: {hold.reason}
            </option>
          ))}
        </select>
      </div>
      {into === NEW && <KindField value={kind} onChange={setKind} focused />}
    </ReasonDialog>
  );
}

export function KindField(props: {
  value: HoldKind | '';
  onChange: (kind: HoldKind) => void;
  focused?: boolean;
}) {
  const id = useId();
  return (
    <fieldset className="usa-fieldset inline-radios">
      <legend className="usa-legend">
        Kind<span className="required"> *</span>
      </legend>
      {HOLD_KINDS.map(([kind, label], i) => (
        <div key={kind} className="usa-radio">
          <input
            id={`${id}${kind}`}
            className="usa-radio__input"
            type="radio"
            name={`${id}kind`}
            data-autofocus={(props.focused && i === 0) || undefined}
            checked={props.value === kind}
            onChange={() => props.onChange(kind)}
          />
          <label className="usa-radio__label" htmlFor={`${id}${kind}`}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
