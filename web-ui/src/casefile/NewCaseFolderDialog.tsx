import { useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { useNodeChanged } from '../node/useNode';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';

export function NewCaseFolderDialog(props: {
  onClose: () => void;
  onMade: (folder: Node) => void;
}) {
  const [kind, setKind] = useState<'individual' | 'organization'>('individual');
  const [name, setName] = useState('');
  const changed = useNodeChanged();
  const make = useAction(async () => {
    const folder = await api.caseFolders.create({ holderKind: kind, holderName: name.trim() });
    changed(folder);
    props.onMade(folder);
  });
  return (
    <Dialog title="New case folder" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.run();
        }}
      >
        {make.problem && <ProblemAlert problem={make.problem} />}
        <fieldset className="usa-fieldset inline-radios">
          <legend className="visually-hidden">Whose folder it is</legend>
          {(['individual', 'organization'] as const).map((k) => (
            <div className="usa-radio" key={k}>
              <input
                className="usa-radio__input"
                type="radio"
                name="kind"
                id={`kind-${k}`}
                checked={kind === k}
                onChange={() => setKind(k)}
              />
              <label className="usa-radio__label" htmlFor={`kind-${k}`}>
                {k === 'individual' ? 'A person' : 'An organization'}
              </label>
            </div>
          ))}
        </fieldset>
        <div className="field">
          <label className="usa-label" htmlFor="folder-name">
            {kind === 'individual' ? 'Name (last, first)' : 'Name of the organization'}{' '}
            <span className="required">*</span>
          </label>
          <input
            id="folder-name"
            data-autofocus
            className="usa-input"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="usa-button" disabled={make.busy || !name.trim()}>
          Make the folder
        </button>
      </form>
    </Dialog>
  );
}
