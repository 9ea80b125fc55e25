import { useRef, useState } from 'react';
import type { Node } from '../api/types';
import { DocumentTable } from '../library/DocumentTable';
import { may, useChildren } from '../node/useNode';
import { DraftDialog } from '../response/DraftDialog';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { Empty, Loaded } from '../ui/Waiting';
import { DropZone, FilePicker } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';
import { PartCard } from './PartCard';

export function DocumentsPart({ file, part }: { file: Node; part: Node }) {
  const children = useChildren(part.id);
  const uploads = useUploads();
  const { can } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [drafting, setDrafting] = useState(false);
  const closed = file.properties['cor:status'] === 'closed';
  const mayAdd = may(part, 'ADD_CHILD') && can('RECEIVE') && !closed;
  const mayDraft = may(part, 'ADD_CHILD') && can('DRAFT') && !closed;
  const add = (files: File[]) => uploads.add(files, part.id);
  const table = (
    <Loaded query={children} lines={3}>
      {(all) => {
        const documents = all.filter((each) => each.type !== 'cor:dispatch');
        return documents.length === 0 ? (
          <Empty icon="letter" title="No documents yet">
            <p>
              Letters come in when they are filed at the intake desk.
              {mayAdd && ' You can also drop files here.'}
            </p>
          </Empty>
        ) : (
          <DocumentTable nodes={documents} />
        );
      }}
    </Loaded>
  );
  return (
    <PartCard
      part={part}
      title="Documents"
      icon="letter"
      actions={
        <>
          {mayDraft && (
            <button
              type="button"
              className="usa-button small no-print"
              onClick={() => setDrafting(true)}
            >
              <Icon name="edit" />
              Draft a response
            </button>
          )}
          {mayAdd && (
            <>
              <button
                type="button"
                className="usa-button usa-button--outline small no-print"
                onClick={() => input.current?.click()}
              >
                <Icon name="upload" />
                Add files
              </button>
              <FilePicker ref={input} onFiles={add} />
            </>
          )}
        </>
      }
    >
      {mayAdd ? (
        <DropZone text="Drop to add to this case file" onFiles={add}>
          {table}
        </DropZone>
      ) : (
        table
      )}
      {drafting && <DraftDialog file={file} onClose={() => setDrafting(false)} />}
    </PartCard>
  );
}
