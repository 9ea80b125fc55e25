import { useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { CaseFinder } from '../intake/CaseFinder';
import type { Option } from '../intake/filing';
import { useNodeChanged } from '../node/useNode';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';

/** Moves all of a case folder into another one of the same holder. */
export function MergeDialog(props: {
  folder: Node;
  onClose: () => void;
  onMerged: (into: Node) => void;
}) {
  const [into, setInto] = useState<Option>();
  const [reason, setReason] = useState('');
  const changed = useNodeChanged();
  const target = into?.target.kind === 'caseFolder' ? into.target : undefined;
  const merge = useAction(async () => {
    if (target) {
      const node = await api.caseFolders.merge(props.folder.id, target.id, reason.trim());
      changed(node);
      props.onMerged(node);
    }
  });
  return (
    <Dialog title="Merge into another case folder" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          merge.run();
        }}
      >
        {merge.problem && <ProblemAlert problem={merge.problem} />}
        <p>Every case file moves to the other folder. It can be undone from this page.</p>
        <CaseFinder
          label="The case folder that is kept"
          types={['cor:caseFolder']}
          onFound={setInto}
        />
        <p role="status">{target ? `Into ${target.title}` : 'Find it by its holder.'}</p>
        <div className="field">
          <label className="usa-label" htmlFor="merge-reason">
            Why <span className="required">*</span>
          </label>
          <textarea
            id="merge-reason"
            className="usa-textarea"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="actions">
          <button
            type="submit"
            className="usa-button"
            disabled={merge.busy || !target || !reason.trim()}
          >
            Merge
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
