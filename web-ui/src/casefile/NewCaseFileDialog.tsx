import { useRef, useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { newCaseFile } from '../intake/filing';
import { PropertyField } from '../model/PropertyField';
import { isEditable, violation, type Values } from '../model/schema';
import { useSchema } from '../model/useSchema';
import { useNodeChanged } from '../node/useNode';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';

/** Given by the system. */
const NOT_ASKED = ['cor:fileNumber', 'cor:status'];

/** Starts a case file without an incoming letter (requirement C3). */
export function NewCaseFileDialog(props: {
  folder: Node;
  onClose: () => void;
  onMade: (file: Node) => void;
}) {
  const { folder } = props;
  const { drafts } = useSession();
  const key = `new-file:${folder.id}`;
  const schema = useSchema();
  const [values, setValues] = useState<Values>(() => drafts.read<Values>(key) ?? {});
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const changed = useNodeChanged();
  const properties = (schema.data?.propertiesOf(['cor:caseFile']) ?? []).filter(
    (p) => isEditable(p) && !NOT_ASKED.includes(p.name) && !p.name.startsWith('cm:'),
  );
  const errors: Record<string, string | undefined> = Object.fromEntries(
    properties.map((p) => [p.name, violation(p, values[p.name])]),
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
    const file = await api.caseFolders.createFile(folder.id, newCaseFile(values));
    drafts.drop(key);
    changed(file);
    props.onMade(file);
  });
  return (
    <Dialog title={`New case file for ${folder.title}`} onClose={props.onClose} big>
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
            <div className="fields">
              {properties.map((p) => (
                <PropertyField
                  key={p.name}
                  property={p}
                  value={values[p.name]}
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
              {make.busy ? 'One moment…' : 'Start the file'}
            </button>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
