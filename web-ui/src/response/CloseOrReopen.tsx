import { useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { may, useNodeChanged } from '../node/useNode';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { TextArea } from '../ui/TextArea';
import { useAction } from '../ui/useAction';

/** Ends the work on a case file, or takes it up again with a reason (requirement R4). */
export function CloseOrReopen({ file }: { file: Node }) {
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  if (!can('CLOSE') || !may(file, 'WRITE')) {
    return null;
  }
  const closed = file.properties['cor:status'] === 'closed';
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--outline small no-print"
        onClick={() => setOpen(true)}
      >
        <Icon name={closed ? 'folderOpen' : 'check'} />
        {closed ? 'Reopen' : 'Close the file'}
      </button>
      {open && <Ask file={file} closed={closed} onClose={() => setOpen(false)} />}
    </>
  );
}

function Ask(props: { file: Node; closed: boolean; onClose: () => void }) {
  const { file, closed, onClose } = props;
  const changed = useNodeChanged();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const missing = closed && !text.trim();
  const act = useAction(async () => {
    setTried(true);
    if (missing) {
      return;
    }
    const said = text.trim();
    changed(
      await (closed
        ? api.caseFiles.reopen(file.id, said)
        : api.caseFiles.close(file.id, said || undefined)),
    );
    onClose();
  });
  return (
    <Dialog title={closed ? 'Open the file again' : 'Close the file'} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          act.run();
        }}
      >
        {act.problem && <ProblemAlert problem={act.problem} />}
        <p>
          {closed
            ? 'All that is in it stays; more can be added.'
            : 'Nothing in it can be changed or added before it is opened again.'}
        </p>
        <TextArea
          label={closed ? 'Why it is opened again' : 'How it ended'}
          required={closed}
          focused
          maxLength={2000}
          value={text}
          error={tried && missing ? 'Say why.' : undefined}
          onChange={setText}
        />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={act.busy}>
            {act.busy ? 'One moment…' : closed ? 'Open again' : 'Close'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
