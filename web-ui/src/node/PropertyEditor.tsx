import { useEffect, useRef, useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node } from '../api/types';
import { focusOn, PropertyFields } from '../model/PropertyFields';
import { isEditable, violation, type Schema, type Values } from '../model/schema';
import { showValue } from '../model/showValue';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { changesOf, clashesOf } from './changes';

interface Props {
  node: Node;
  schema: Schema;
  onSaved: (node: Node) => void;
  onCancel: () => void;
}

/** A draft remembers the state it was typed on, so that a change by somebody else is still noticed after a break. */
interface Draft {
  base: Node;
  values: Values;
}

/** Changes properties. Nobody's change is lost: if somebody else saved first, both are shown and the person decides. */
export function PropertyEditor({ node, schema, onSaved, onCancel }: Props) {
  const { drafts } = useSession();
  const key = `node:${node.id}`;
  const [draft] = useState(() => drafts.read<Draft>(key));
  const [base, setBase] = useState<Node>(draft?.base ?? node);
  const [values, setValues] = useState<Values>(draft?.values ?? { ...node.properties });
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<Node>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);

  // The form is longer than the page; what went wrong stands above it.
  useEffect(() => {
    if (problem) {
      notice.current?.scrollIntoView?.({ block: 'center' });
      notice.current?.focus({ preventScroll: true });
    }
  }, [problem, theirs]);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);

  const properties = schema.propertiesOf([node.type, ...node.aspects]).filter(isEditable);
  const changes = changesOf(base.properties, values);
  const errors = Object.fromEntries(
    properties
      .map((p) => [p.name, violation(p, values[p.name])] as const)
      .filter(([, wrong]) => wrong),
  );

  /** Changes by others to what people fill in. */
  const clashesIn = (now: Node) =>
    clashesOf(base, now, changes).filter((clash) => properties.some((p) => p.name === clash.name));
  const clashes = theirs ? clashesIn(theirs) : [];

  const save = async (revision: number) => {
    setTried(true);
    if (Object.keys(errors).length > 0) {
      focusOn(form.current, Object.keys(errors)[0] ?? '');
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const saved =
        Object.keys(changes).length === 0
          ? base
          : await api.nodes.update(node.id, revision, changes);
      drafts.drop(key);
      onSaved(saved);
    } catch (error) {
      const found = error instanceof Problem ? error : Problem.offline();
      const now =
        found.status === 412 ? await api.nodes.get(node.id).catch(() => undefined) : undefined;
      if (now && now.revision !== revision && clashesIn(now).length === 0) {
        // Only the reading in the background has moved it: nobody's change is in the way.
        await save(now.revision);
        return;
      }
      setTheirs(now);
      setProblem(found);
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(base.revision);
      }}
    >
      {draft && (
        <Alert kind="info" announce={false}>
          What you had typed is here again.
        </Alert>
      )}
      <div ref={notice} tabIndex={-1}>
        {problem && problem.status !== 412 && <ProblemAlert problem={problem} />}
        {problem?.status === 412 && (
          <Alert kind="warning" title="Somebody else has saved a change meanwhile">
            <p>Nothing of yours is lost: it is still in the form below.</p>
            {theirs && (
              <>
                <div className="table-wrap">
                  <table className="usa-table compact">
                    <thead>
                      <tr>
                        <th scope="col">Property</th>
                        <th scope="col">Was</th>
                        <th scope="col">{theirs.modifiedBy} has saved</th>
                        <th scope="col">You typed</th>
                      </tr>
                    </thead>
                    <tbody>
                      {clashes.map((clash) => {
                        const property = schema.property(clash.name);
                        return (
                          <tr key={clash.name}>
                            <th scope="row">{property?.title ?? clash.name}</th>
                            <td>{showValue(property, clash.was) || '—'}</td>
                            <td>{showValue(property, clash.theirs) || '—'}</td>
                            <td>
                              {clash.mine === undefined
                                ? 'left as it was'
                                : showValue(property, clash.mine) || 'cleared'}
                            </td>
                          </tr>
                        );
                      })}
                    </tbody>
                  </table>
                </div>
                <div className="actions">
                  <button
                    type="button"
                    className="usa-button small"
                    disabled={busy}
                    onClick={() => {
                      const revision = theirs.revision;
                      setTheirs(undefined);
                      void save(revision);
                    }}
                  >
                    Save mine on top of theirs
                  </button>
                  <button
                    type="button"
                    className="usa-button usa-button--outline small"
                    onClick={() => {
                      setBase(theirs);
                      setValues({ ...theirs.properties });
                      setProblem(undefined);
                      setTheirs(undefined);
                      drafts.drop(key);
                    }}
                  >
                    Take theirs and start again
                  </button>
                </div>
              </>
            )}
          </Alert>
        )}
      </div>
      <PropertyFields
        properties={properties}
        value={(p) => values[p.name]}
        error={(p) => (tried ? errors[p.name] : undefined) ?? problem?.about(p.name)}
        onChange={(name, value) => {
          const next = { ...values, [name]: value };
          setValues(next);
          drafts.keep(key, { base, values: next } satisfies Draft);
        }}
      />
      <div className="actions">
        <button type="submit" className="usa-button" disabled={busy}>
          {busy ? 'Saving…' : 'Save'}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            drafts.drop(key);
            onCancel();
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}
