import { useRef, useState } from 'react';
import type { ModelProperty } from '../api/types';
import { focusOn, PropertyFields } from '../model/PropertyFields';
import { isEditable, violation, type Values } from '../model/schema';
import { useSchema } from '../model/useSchema';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';

/** Makes something new by a form drawn from the model; what was typed outlives the session. */
export function NewNodeDialog(props: {
  title: string;
  /** What is made. */
  type: string;
  /** Names the draft. */
  draft: string;
  /** Which of its properties are asked for; all that can be typed unless said. */
  asks?: (property: ModelProperty) => boolean;
  submit: string;
  busy: string;
  /** Makes it, or says what is missing. */
  make: (values: Values) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const { asks = () => true, draft } = props;
  const { drafts } = useSession();
  const schema = useSchema();
  const [values, setValues] = useState<Values>(() => drafts.read<Values>(draft) ?? {});
  const [tried, setTried] = useState(false);
  const [missing, setMissing] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const properties = (schema.data?.propertiesOf([props.type]) ?? []).filter(
    (p) => isEditable(p) && asks(p) && !p.name.startsWith('cm:'),
  );
  const valueOf = (p: ModelProperty) => values[p.name] ?? p.default;
  const make = useAction(async () => {
    setTried(true);
    const wrong = properties.find((p) => violation(p, valueOf(p)));
    if (wrong) {
      focusOn(form.current, wrong.name);
      return;
    }
    setMissing(undefined);
    const wanted = await props.make(values);
    if (wanted) {
      setMissing(wanted);
      form.current?.querySelector<HTMLElement>('input')?.focus();
      return;
    }
    drafts.drop(draft);
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
            {missing && (
              <p className="usa-error-message" role="alert">
                {missing}
              </p>
            )}
            <PropertyFields
              properties={properties}
              value={valueOf}
              error={(p) =>
                (tried ? violation(p, valueOf(p)) : undefined) ?? make.problem?.about(p.name)
              }
              onChange={(name, value) => {
                const next = { ...values, [name]: value };
                setValues(next);
                drafts.keep(draft, next);
              }}
            />
            <button type="submit" className="usa-button" disabled={make.busy}>
              {make.busy ? props.busy : props.submit}
            </button>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
