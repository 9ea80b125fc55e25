import { useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { CaseFinder } from '../intake/CaseFinder';
import type { Option } from '../intake/filing';
import { useNodeChanged } from '../node/useNode';
import { ReasonDialog } from '../ui/ReasonDialog';

/** Moves all of a case folder into another one of the same holder. */
export function MergeDialog(props: {
  folder: Node;
  onClose: () => void;
  onMerged: (into: Node) => void;
}) {
  const [into, setInto] = useState<Option>();
  const changed = useNodeChanged();
  const target = into?.target.kind === 'caseFolder' ? into.target : undefined;
  return (
    <ReasonDialog
      title="Merge into another case folder"
      about="Every case file moves to the other folder. It can be undone from this page."
      yes="Merge"
      doing="Merging…"
      ready={target !== undefined}
      act={async (reason) => {
        if (target) {
          const node = await api.caseFolders.merge(props.folder.id, target.id, reason);
          changed(node);
          props.onMerged(node);
        }
      }}
      onClose={props.onClose}
    >
      <CaseFinder
        label="The case folder that is kept"
        types={['cor:caseFolder']}
        onFound={setInto}
      />
      <p role="status">{target ? `Into ${target.title}` : 'Find it by its holder.'}</p>
    </ReasonDialog>
  );
}
