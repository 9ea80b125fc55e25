import * as api from '../api/calls';
import type { Node } from '../api/types';
import { newCaseFile } from '../intake/filing';
import { NewNodeDialog } from '../node/NewNodeDialog';
import { useNodeChanged } from '../node/useNode';

/** Given by the system. */
const NOT_ASKED = ['cor:fileNumber', 'cor:status'];

/** Starts a case file without an incoming letter (requirement C3). */
export function NewCaseFileDialog(props: {
  folder: Node;
  onClose: () => void;
  onMade: (file: Node) => void;
}) {
  const { folder } = props;
  const changed = useNodeChanged();
  return (
    <NewNodeDialog
      title={`New case file for ${folder.title}`}
      type="cor:caseFile"
      draft={`new-file:${folder.id}`}
      asks={(property) => !NOT_ASKED.includes(property.name)}
      submit="Start the file"
      busy="One moment…"
      make={async (values) => {
        const file = await api.caseFolders.createFile(folder.id, newCaseFile(values));
        changed(file);
        props.onMade(file);
        return undefined;
      }}
      onClose={props.onClose}
    />
  );
}
