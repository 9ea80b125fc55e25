import { useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { NewChildDialog } from '../node/NewChildDialog';
import { PermissionsDialog } from '../node/PermissionsDialog';
import { may, useChildren, useNodeChanged } from '../node/useNode';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';

/** SSN, A-number and date of birth are fetched only when asked for: each look at them is recorded. */
export function ProtectedValues({ person }: { person: Node }) {
  const [shown, setShown] = useState(false);
  const [adding, setAdding] = useState(false);
  const values = useChildren(shown ? person.id : undefined);
  return (
    <div className="protected">
      {!shown ? (
        <button
          type="button"
          className="usa-button usa-button--outline small"
          onClick={() => setShown(true)}
        >
          <Icon name="lock" />
          Show protected values
        </button>
      ) : (
        <Loaded query={values} lines={1}>
          {(all) => (
            <>
              <Values person={person} values={all} />
              {may(person, 'ADD_CHILD') && (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled small"
                  onClick={() => setAdding(true)}
                >
                  Add one
                </button>
              )}
            </>
          )}
        </Loaded>
      )}
      <p className="muted small">SSN, A-number, date of birth. That you look is recorded.</p>
      {adding && (
        <NewChildDialog
          parent={person}
          type="cor:protectedValue"
          title="Add a protected value"
          nameFrom={(properties) => String(properties['cor:kind'] ?? '')}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function Values({ person, values }: { person: Node; values: Node[] }) {
  const schema = useSchema();
  const kind = (value: unknown) =>
    showValue(schema.data?.property('cor:kind'), typeof value === 'string' ? value : '');
  const listed = person.properties['cor:withheld'];
  const seen = values.map((value) => value.properties['cor:kind']);
  const withheld = (Array.isArray(listed) ? listed : []).filter((each) => !seen.includes(each));
  if (values.length + withheld.length === 0) {
    return <p className="muted small">There is none that you can see.</p>;
  }
  return (
    <dl className="facts">
      {values.map((value) => (
        <div key={value.id}>
          <dt>{kind(value.properties['cor:kind'])}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
      {withheld.map((each) => (
        <div key={String(each)}>
          <dt>{kind(each)}</dt>
          <dd className="muted">
            <Icon name="lock" /> withheld
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: Node }) {
  const changed = useNodeChanged();
  const [locking, setLocking] = useState(false);
  const irrelevant = value.properties['cor:notRelevant'] === true;
  const mark = useAction(async () =>
    changed(await api.nodes.update(value.id, value.revision, { 'cor:notRelevant': !irrelevant })),
  );
  return (
    <>
      {irrelevant ? (
        <span className="muted">not relevant here</span>
      ) : (
        String(value.properties['cor:value'] ?? '')
      )}{' '}
      {value.locked && (
        <span className="chip warm plain">
          <Icon name="lock" /> Locked
        </span>
      )}
      {mark.problem && <ProblemAlert problem={mark.problem} />}
      <span className="actions no-print">
        {may(value, 'WRITE') && (
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            disabled={mark.busy}
            onClick={() => mark.run()}
          >
            {irrelevant ? 'It is relevant' : 'Not relevant'}
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--unstyled small"
          onClick={() => setLocking(true)}
        >
          Who can see it
        </button>
      </span>
      {locking && <PermissionsDialog node={value} onClose={() => setLocking(false)} />}
    </>
  );
}
