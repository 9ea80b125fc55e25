import { useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { Node } from '../api/types';
import { useNodeChanged } from '../node/useNode';
import { ReasonDialog } from '../ui/ReasonDialog';
import { FileChoice } from '../upload/FileChoice';
import { useTold } from './useTold';

/** Puts a correction beside a record, which stays as it is; the correction becomes a record itself. */
export function AddCorrectionDialog({ node, onClose }: { node: Node; onClose: () => void }) {
  const told = useTold();
  const changed = useNodeChanged();
  const key = useRef(newKey());
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  return (
    <ReasonDialog
      title={`Add a correction to “${node.title}”`}
      about="The record stays as it is, bit for bit. The correction is put beside it as a document of its own, and becomes a record as soon as it has been read. The time that the folder is kept begins anew."
      hint="What is corrected, and why."
      yes="Add the correction"
      doing={sent === undefined ? 'Adding…' : `Adding… ${Math.round(sent * 100)} %`}
      ready={file !== undefined}
      act={async (reason) => {
        if (file) {
          await api.documents.upload(file, {
            fields: { corrects: node.id, reason },
            onProgress: setSent,
            idempotencyKey: key.current,
          });
          changed(undefined);
          told(`The correction is put beside “${node.title}”.`);
          onClose();
        }
      }}
      onClose={onClose}
    >
      <FileChoice label="Choose the correction" file={file} onFile={setFile} />
    </ReasonDialog>
  );
}
