import { useRef, useState } from 'react';
import * as api from '../api/calls';
import type { Node, Properties } from '../api/types';
import { PropertyField } from '../model/PropertyField';
import { isBlank, isEditable, violation, type Values } from '../model/schema';
import { useSchema } from '../model/useSchema';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { useNodeChanged } from './useNode';

/** Makes something new inside a node, by a form drawn from the model. */
export function NewChildDialog(props: {
  parent: Node;
  type: string;
  title: string;
  /** The item's name, from what was typed. */
  nameFrom: (properties: Properties) => string;
  onClose: () => void;
}) {
  const { parent, type } = props;
  const { drafts } = useSession();
  const key = `new:${type}:${parent.id}`;
  const schema = useSchema();
  const changed = useNodeChanged();
  const [values, setValues] = useState<Values>(() => drafts.read<Values>(key) ?? {});
  const [tried, setTried] = useState(false);
  const [nameless, setNameless] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const properties = (schema.data?.propertiesOf([type]) ?? []).filter(
    (p) => isEditable(p) && !p.name.startsWith('cm:'),
  );
  const errors: Record<string, string | undefined> = Object.fromEntries(
    properties.map((p) => [p.name, violation(p, values[p.name] ?? p.default)]),
  );
  const make = useAction(async () => {
    setTried(true);
    const wrong = properties.find((p) => errors[p.name]);
    if (wrong) {
      form.current
        ?.querySelector<HTMLElement>(`[data-property="${wrong.name}"] :is(input, select, textarea)`)
        ?.focus();
      return;
    }
    const filled = Object.fromEntries(
      Object.entries(values).filter(([, value]) => !isBlank(value)),
    ) as Properties;
    const name = props.nameFrom(filled).trim();
    setNameless(name === '');
    if (name === '') {
      form.current?.querySelector<HTMLElement>('input')?.focus();
      return;
    }
    changed(await api.nodes.create(parent.id, type, name, filled));
    drafts.drop(key);
    props.onClose();
  });
  return (
    <Dialog title={props.title} onClose={props.onClose} big>
      <Loaded query={schema}>
        {() => (
          <form
            ref={form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              make.run();
            }}
          >
            {make.problem && <ProblemAlert problem={make.problem} />}
            {nameless && (
              <p className="usa-error-message" role="alert">
                A name is needed: a last name, or an organization.
              </p>
            )}
            <div className="fields">
              {properties.map((p) => (
                <PropertyField
                  key={p.name}
                  property={p}
                  value={values[p.name] ?? p.default}
                  error={(tried ? errors[p.name] : undefined) ?? make.problem?.about(p.name)}
                  onChange={(value) => {
                    const next = { ...values, [p.name]: value };
                    setValues(next);
                    drafts.keep(key, next);
                  }}
                />
              ))}
            </div>
            <button type="submit" className="usa-button" disabled={make.busy}>
              {make.busy ? 'Saving…' : 'Save'}
            </button>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
