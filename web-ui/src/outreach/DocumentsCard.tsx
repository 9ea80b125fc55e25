import { useRef } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { Empty } from '../ui/Waiting';
import { FilePicker } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';
import type { NamedNode } from './contract';

/** Documents that lie at an event or an issue; everybody may read them. */
export function DocumentsCard({ at, documents }: { at: string; documents: readonly NamedNode[] }) {
  const { can } = useSession();
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="card part" aria-label="Documents">
      <header>
        <Icon name="file" />
        <h2>Documents</h2>
        {can('RECEIVE') && (
          <>
            <button
              type="button"
              className="usa-button usa-button--outline small no-print"
              onClick={() => input.current?.click()}
            >
              <Icon name="upload" />
              Add files
            </button>
            <FilePicker ref={input} onFiles={(files) => uploads.add(files, at)} />
          </>
        )}
      </header>
      {documents.length === 0 ? (
        <Empty icon="file" title="No documents yet">
          <p>Programs, slides and lists are kept here.</p>
        </Empty>
      ) : (
        <ul className="rows nolist plain-rows">
          {documents.map((one) => (
            <li key={one.id}>
              <Link to={pageOf('cor:document', one.id)}>{one.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
