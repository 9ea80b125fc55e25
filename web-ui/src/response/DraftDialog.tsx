import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { LetterTemplateList, Node } from '../api/types';
import { useNodeChanged } from '../node/useNode';
import { useDraft } from '../session/useDraft';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import { TextField } from '../ui/TextField';

interface Props {
  file: Node;
  onClose: () => void;
}

/** Begins a response from a letter template (requirement C12). */
export function DraftDialog(props: Props) {
  const templates = useQuery({ queryKey: ['letter-templates'], queryFn: api.letters.templates });
  return (
    <Dialog title="Draft a response" onClose={props.onClose}>
      <Loaded query={templates}>
        {(found) =>
          found.items.length === 0 ? (
            <Empty icon="letter" title="No letter templates">
              <p>A supervisor puts Word documents with merge fields into the library.</p>
            </Empty>
          ) : (
            <Form {...props} templates={found.items} />
          )
        }
      </Loaded>
    </Dialog>
  );
}

interface Fields {
  template: string;
  name: string;
  signerName: string;
  signerTitle: string;
}

function Form(props: Props & { templates: LetterTemplateList['items'] }) {
  const { file, templates, onClose } = props;
  const id = useId();
  const changed = useNodeChanged();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const first = usual(file, templates);
  const empty: Fields = { template: first, name: 'Response', signerName: '', signerTitle: '' };
  const draft = useDraft<Fields>(`draft:new:${file.id}`, empty);
  const form = draft.value;
  const set = (part: Partial<Fields>) => draft.set({ ...form, ...part });
  const begin = useAction(async () => {
    const made = await api.letters.draft(file.id, form, key);
    draft.drop(empty);
    changed(made);
    onClose();
    void navigate(`/documents/${made.id}`);
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.run();
      }}
    >
      {begin.problem && <ProblemAlert problem={begin.problem} />}
      <div className="field">
        <label className="usa-label" htmlFor={`${id}t`}>
          Letter template
        </label>
        <select
          id={`${id}t`}
          className="usa-select"
          data-autofocus
          value={form.template}
          onChange={(event) => set({ template: event.target.value })}
        >
          {templates.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name.replace(/\.docx$/i, '')}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label="Name of the draft"
        max={255}
        value={form.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        max={255}
        label="Signed by"
        hint="Left out, the letter shows what is missing."
        value={form.signerName}
        onChange={(signerName) => set({ signerName })}
      />
      <TextField
        max={255}
        label="Title of who signs"
        value={form.signerTitle}
        onChange={(signerTitle) => set({ signerTitle })}
      />
      <div className="actions">
        <button type="submit" className="usa-button" disabled={begin.busy}>
          {begin.busy ? 'One moment…' : 'Write the draft'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** An inquiry from Congress is answered to Congress. */
function usual(file: Node, templates: LetterTemplateList['items']): string {
  const congress = file.properties['cor:source'] === 'congress';
  const fitting = templates.find((each) => /congress/i.test(each.name) === congress);
  return (fitting ?? templates[0])?.id ?? '';
}
