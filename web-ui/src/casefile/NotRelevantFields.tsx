import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { isBlank, isEditable } from '../model/schema';
import { useSchema } from '../model/useSchema';
import { may, useNodeChanged } from '../node/useNode';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';

const MARKED = 'cor:notRelevantFields';

/** Fields left empty on purpose, since they do not matter to this case (requirement P3). */
export function NotRelevantFields({ person }: { person: Node }) {
  const schema = useSchema();
  const [open, setOpen] = useState(false);
  const value = person.properties[MARKED];
  const marked = Array.isArray(value) ? value.map(String) : [];
  const titles = marked.map((name) => schema.data?.property(name)?.title ?? name);
  return (
    <>
      {titles.length > 0 && <p className="muted small">Not relevant here: {titles.join(', ')}</p>}
      {may(person, 'WRITE') && (
        <button
          type="button"
          className="usa-button usa-button--unstyled small no-print"
          onClick={() => setOpen(true)}
        >
          Mark fields not relevant
        </button>
      )}
      {open && <Fields person={person} marked={marked} onClose={() => setOpen(false)} />}
    </>
  );
}

function Fields(props: { person: Node; marked: string[]; onClose: () => void }) {
  const { person } = props;
  const id = useId();
  const schema = useSchema();
  const changed = useNodeChanged();
  const [marked, setMarked] = useState(props.marked);
  // What has a value is relevant; it is emptied before it is marked.
  const fields = (schema.data?.propertiesOf([person.type]) ?? []).filter(
    (field) =>
      isEditable(field) && !field.name.startsWith('cm:') && isBlank(person.properties[field.name]),
  );
  const save = useAction(async () => {
    changed(
      await api.nodes.update(person.id, person.revision, {
        [MARKED]: marked.length > 0 ? marked : null,
      }),
    );
    props.onClose();
  });
  return (
    <Dialog title="Fields that do not matter here" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <fieldset className="usa-fieldset field">
          <legend className="usa-legend">Empty on purpose</legend>
          {fields.map((field) => (
            <div className="usa-checkbox" key={field.name}>
              <input
                className="usa-checkbox__input"
                id={id + field.name}
                type="checkbox"
                checked={marked.includes(field.name)}
                onChange={(event) =>
                  setMarked(
                    event.target.checked
                      ? [...marked, field.name]
                      : marked.filter((name) => name !== field.name),
                  )
                }
              />
              <label className="usa-checkbox__label" htmlFor={id + field.name}>
                {field.title}
              </label>
            </div>
          ))}
        </fieldset>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
