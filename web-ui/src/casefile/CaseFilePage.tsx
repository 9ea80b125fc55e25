import { Link, useParams } from 'react-router';
import type { Node } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { AboutCard } from '../node/AboutCard';
import { NodeActions } from '../node/NodeActions';
import { NodeById } from '../node/NodeById';
import { RecordChip } from '../node/RecordChip';
import { SearchInIt } from '../node/SearchInIt';
import { useChildren, useNode } from '../node/useNode';
import { RetentionCard } from '../records/RetentionCard';
import { CloseOrReopen } from '../response/CloseOrReopen';
import { Dispatches } from '../response/Dispatches';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { Loaded } from '../ui/Waiting';
import { DocumentsPart } from './DocumentsPart';
import { PeoplePart } from './PeoplePart';
import { RoutingPart } from './RoutingPart';
import { StatusChip } from './StatusChip';

/** One topic: its documents, its people, its routing; each part can be locked by itself. */
export function CaseFilePage() {
  const { id } = useParams();
  return (
    <NodeById id={id} lines={12}>
      {(node) => <File node={node} />}
    </NodeById>
  );
}

function File({ node }: { node: Node }) {
  const folder = useNode(node.parent);
  const children = useChildren(node.id);
  const schema = useSchema();
  const shown = (name: string) => showValue(schema.data?.property(name), node.properties[name]);
  const due = shown('cor:dueDate');
  return (
    <div className="page">
      <Crumbs
        trail={[
          { name: 'Cases', to: '/case-folders' },
          ...(folder.data
            ? [{ name: folder.data.title, to: `/case-folders/${folder.data.id}` }]
            : []),
        ]}
      />
      <div className="page-head">
        <div>
          <p className="eyebrow">Case file {shown('cor:fileNumber') || node.name}</p>
          <PageTitle title={node.title} />
          <p className="sub small">
            <StatusChip file={node} />
            {due && <span className="chip warm">Due {due}</span>}
            <RecordChip node={node} />
            {node.locked && (
              <span className="chip warm plain">
                <Icon name="lock" /> Only for those named
              </span>
            )}
            <span>
              {[shown('cor:source'), shown('cor:correspondenceType')].filter(Boolean).join(' · ')}
            </span>
          </p>
        </div>
        <div className="actions">
          <SearchInIt node={node} />
          <CloseOrReopen file={node} />
          <Link
            className="usa-button usa-button--outline small"
            to={`/case-files/${node.id}/access`}
          >
            <Icon name="person" />
            Who sees what, and why
          </Link>
          <NodeActions
            node={node}
            fixedName
            closed={node.properties['cor:status'] === 'closed'}
            declarable
            readersTold
            after={node.parent ? `/case-folders/${node.parent}` : '/case-folders'}
          />
        </div>
      </div>
      <div className="with-side">
        <Loaded query={children} lines={8}>
          {(parts) => {
            const part = (type: string) => parts.find((child) => child.type === type);
            const documents = part('cor:documentsPart');
            const people = part('cor:peoplePart');
            const routing = part('cor:routingPart');
            return (
              <div className="stack">
                {documents && <DocumentsPart file={node} part={documents} />}
                {documents && <Dispatches file={node} part={documents} />}
                {people && <PeoplePart part={people} />}
                {routing && <RoutingPart file={node} part={routing} />}
              </div>
            );
          }}
        </Loaded>
        <div className="stack">
          <RetentionCard node={node} />
          <AboutCard node={node} label="About the file" />
        </div>
      </div>
    </div>
  );
}
