import { useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import { FileChoice } from '../upload/FileChoice';
import type { TransferFault } from './contract';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useTold } from './useTold';

/** Mends a fault by a copy beside the record, in a form that lasts; the record itself stays as it is. */
export function AddCopyDialog(props: {
  transfer: string;
  fault: TransferFault;
  onClose: () => void;
}) {
  const { fault } = props;
  const told = useTold();
  const key = useRef(newKey());
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<number>();
  return (
    <ReasonDialog
      title={`Add a copy of “${fault.node?.name ?? fault.path}”`}
      about="The record stays as it is, bit for bit. The copy is put beside it and goes into the package with it."
      hint="Such as how the copy was made, and by what."
      yes="Add the copy"
      doing={sent === undefined ? 'Adding…' : `Adding… ${Math.round(sent * 100)} %`}
      ready={file !== undefined}
      act={async (reason) => {
        if (file && fault.node) {
          await api.transfers.addCopy(props.transfer, fault.node.id, reason, file, {
            onProgress: setSent,
            idempotencyKey: key.current,
          });
          told('The copy is added. Once nothing is missing any more, packaging goes on by itself.');
          props.onClose();
        }
      }}
      onClose={props.onClose}
    >
      {(clear) => (
        <>
          <p className="usa-hint">{fault.todo}</p>
          <FileChoice
            label="Choose the copy"
            file={file}
            onFile={(chosen) => {
              // Another file is another request, with an outcome of its own.
              key.current = newKey();
              setSent(undefined);
              setFile(chosen);
              clear();
            }}
          />
        </>
      )}
    </ReasonDialog>
  );
}
