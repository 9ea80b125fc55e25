import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { showDay } from '../ui/show';
import { DropZone, UploadButton } from '../upload/DropZone';
import { useUploads } from '../upload/Uploads';
import { Card } from './Card';
import type { IssueName, NamedNode, OpenPromise } from './types';

export function IssuesCard({ issues }: { issues: readonly IssueName[] }) {
  return (
    <Card title="Issues" icon="scale">
      <div className="body">
        {issues.length === 0 ? (
          <p className="muted">No issue is noted. Correct the entry to say what they engage on.</p>
        ) : (
          <ul className="nolist chip-list">
            {issues.map((issue) => (
              <li key={issue.code}>
                <Link
                  to={`/stakeholders/issues/${issue.code}`}
                  className={issue.active ? 'chip plain open' : 'chip plain'}
                >
                  {issue.title}
                  {!issue.active && ' (inactive)'}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

export function FollowUpsCard({ promises }: { promises: readonly OpenPromise[] }) {
  return (
    <Card title="Open follow-ups" icon="check">
      <div className="body">
        {promises.length === 0 ? (
          <p className="muted">Nothing that was promised is open.</p>
        ) : (
          <ul className="nolist follow-ups">
            {promises.map((each) => (
              <li key={each.interaction}>
                <Link to={`/stakeholders/interactions/${each.interaction}`}>{each.text}</Link>
                <span className="small">
                  {each.due && (
                    <span className={each.overdue ? 'chip quarantined' : 'chip plain'}>
                      {each.overdue ? 'overdue since ' : 'due '}
                      {showDay(each.due)}
                    </span>
                  )}{' '}
                  <span className="muted">
                    {[each.employee?.label, each.component?.label].filter(Boolean).join(', ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

/** Documents that lie at a stakeholder; they are shared with all components. */
export function DocumentsCard(props: {
  id: string;
  documents: readonly NamedNode[];
  /** Asks for them again, after one was added. */
  again: () => Promise<readonly NamedNode[]>;
}) {
  const { can } = useSession();
  const uploads = useUploads();
  const query = useQuery({
    // The uploads ask again for what lies in the folder they went to.
    queryKey: ['children', props.id, 'documents'],
    queryFn: props.again,
    initialData: props.documents,
    staleTime: Infinity,
  });
  const add = (files: File[]) => uploads.add(files, props.id);
  const shown = (
    <div className="body">
      {query.data.length === 0 ? (
        <p className="muted">No documents yet. {can('RECEIVE') && 'Files can be dropped here.'}</p>
      ) : (
        <ul className="nolist">
          {query.data.map((each) => (
            <li key={each.id}>
              <Link to={`/documents/${each.id}`}>{each.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
  return (
    <Card
      title="Documents"
      icon="file"
      actions={
        can('RECEIVE') && (
          <UploadButton small onFiles={add}>
            Add files
          </UploadButton>
        )
      }
    >
      {can('RECEIVE') ? (
        <DropZone text="Drop to add for all components to see" onFiles={add}>
          {shown}
        </DropZone>
      ) : (
        shown
      )}
    </Card>
  );
}
