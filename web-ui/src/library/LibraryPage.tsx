import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { NodeActions } from '../node/NodeActions';
import { NodeById } from '../node/NodeById';
import { SearchInIt } from '../node/SearchInIt';
import { trailOf } from '../node/trail';
import { may, MOST, useChildren, useNodeChanged } from '../node/useNode';
import { RetentionCard } from '../records/RetentionCard';
import { useSession } from '../session/SessionContext';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { NameDialog } from '../ui/NameDialog';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { DropZone, UploadButton } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';
import { DocumentTable } from './DocumentTable';

/** The name the library's folder has below the root, on either host. */
const LIBRARY = 'Library';

export function LibraryPage() {
  const { id } = useParams();
  return id ? <FolderById id={id} /> : <Top />;
}

function Top() {
  const query = useQuery({
    queryKey: ['library-top'],
    queryFn: async () => {
      const { items } = await api.nodes.children('root');
      return items.find((node) => node.name === LIBRARY) ?? null;
    },
    staleTime: 60_000,
  });
  return (
    <Loaded query={query} page lines={8}>
      {(node) => (node ? <FolderById id={node.id} top /> : <NotFound />)}
    </Loaded>
  );
}

function FolderById({ id, top = false }: { id: string; top?: boolean }) {
  return (
    <NodeById id={id} lines={8}>
      {(node) => <Folder node={node} top={top} />}
    </NodeById>
  );
}

function Folder({ node, top: asTop }: { node: Node; top: boolean }) {
  // What lies right below the root is part of the house: it is not renamed, moved or deleted from here.
  const top = asTop || (node.name === LIBRARY && node.path.length <= 1);
  const children = useChildren(node.id);
  const uploads = useUploads();
  const { can } = useSession();
  const [making, setMaking] = useState(false);
  const mayAdd = may(node, 'ADD_CHILD');
  const mayUpload = mayAdd && can('RECEIVE');
  const add = (files: File[]) => uploads.add(files, node.id);
  const card = (
    <section className="card" aria-label={`In ${node.title}`}>
      <Loaded query={children} lines={6}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon="folderOpen" title="This folder is empty">
              {mayUpload ? (
                <p>Drop files here, or make a folder to begin with.</p>
              ) : (
                <p>Nothing has been put here that you can see.</p>
              )}
            </Empty>
          ) : (
            <>
              <DocumentTable nodes={items} />
              {items.length >= MOST && (
                <p className="more-row muted">
                  The first {MOST.toLocaleString('en-US')} are shown. Search in this folder to find
                  the others.
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
  return (
    <div className="page">
      {!top && <Crumbs trail={trailOf(node)} />}
      <div className="page-head">
        <div>
          <PageTitle title={top ? 'Document library' : node.title} />
          <p className="sub small">
            {children.data && showCount(children.data.length, 'item')}
            {node.locked && (
              <span className="chip warm plain">
                <Icon name="lock" /> Locked
              </span>
            )}
          </p>
        </div>
        <div className="actions no-print">
          {mayUpload && (
            <UploadButton small onFiles={add}>
              Add files
            </UploadButton>
          )}
          {mayAdd && can('CHANGE') && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setMaking(true)}
            >
              <Icon name="plus" />
              New folder
            </button>
          )}
          <SearchInIt node={node} />
          {!top && (
            <NodeActions
              node={node}
              movable
              after={node.parent ? `/nodes/${node.parent}` : '/library'}
            />
          )}
        </div>
      </div>
      {mayUpload ? (
        <DropZone text="Drop to add to this folder" onFiles={add}>
          {card}
        </DropZone>
      ) : (
        card
      )}
      {!top && <RetentionCard node={node} />}
      {making && <NewFolderDialog parent={node} onClose={() => setMaking(false)} />}
    </div>
  );
}

function NewFolderDialog({ parent, onClose }: { parent: Node; onClose: () => void }) {
  const changed = useNodeChanged();
  return (
    <NameDialog
      title="New folder"
      label="Name"
      id="new-folder"
      submit="Make the folder"
      act={async (name) => {
        changed(await api.nodes.create(parent.id, 'cm:folder', name, {}));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
