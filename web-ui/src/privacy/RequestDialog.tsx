import { useState } from 'react';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { Labelled } from '../ui/Labelled';
import { isoDay } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';
import { noContact, type Kind } from './calls';
import type { Medium } from './types';
import { MEDIA } from './words';

/** Records that somebody asked not to be contacted, whatever the medium. Anyone may. */
export function RequestDialog(props: {
  kind: Kind;
  id: string;
  name: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const [on, setOn] = useState(isoDay());
  const [via, setVia] = useState<Medium>('phone');
  const [reason, setReason] = useState('');
  const save = useAction(async () => {
    await noContact.record(props.id, { on, via, reason: reason.trim() || null }, props.kind);
    props.onDone();
  });
  return (
    <Dialog title={`${props.name} asks not to be contacted`} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <p>
          {props.kind === 'person'
            ? 'From that day on nobody contacts them: no interaction is noted, no invitation and no letter goes out. The owner is told, and has five business days to restrict or erase the entry.'
            : 'From that day on nobody contacts the organization as such: no interaction is noted and no invitation goes out. Its people may still be contacted. The owner is told, and has five business days to answer.'}
        </p>
        <Labelled label="How they asked" required>
          {(ties) => (
            <select
              {...ties}
              className="usa-select"
              data-autofocus
              value={via}
              onChange={(event) => setVia(event.target.value as Medium)}
            >
              {MEDIA.map((each) => (
                <option key={each.value} value={each.value}>
                  {each.label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <DayField
          label="On"
          required
          value={on}
          error={save.problem?.about('on')}
          onChange={setOn}
        />
        <TextArea
          label="What they asked"
          hint="In a sentence, for all to read. Nothing sensitive."
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy || !on}>
            {save.busy ? 'Recording…' : 'Block contact'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
