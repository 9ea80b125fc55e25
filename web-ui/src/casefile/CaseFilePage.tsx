import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Node } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { History } from '../node/History';
import { NodeActions } from '../node/NodeActions';
import { PropertiesPanel } from '../node/PropertiesCard';
import { RecordChip } from '../node/RecordChip';
import { useChildren, useNode } from '../node/useNode';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { Tabs } from '../ui/Tabs';
import { Loaded } from '../ui/Waiting';
import { DocumentsPart } from './DocumentsPart';
import { PeoplePart } from './PeoplePart';
import { RoutingPart } from './RoutingPart';
import { StatusChip } from './StatusChip';

/** One topic: its documents, its people, its routing; each part can be locked by itself. */
export function CaseFilePage() {
  const { id } = useParams();
  const query = useNode(id);
  return (
    <Loaded query={query} page lines={12}>
      {(node) => <File key={node.id} node={node} />}
    </Loaded>
  );
}

function File({ node }: { node: Node }) {
  const folder = useNode(node.parent);
  const children = useChildren(node.id);
  const schema = useSchema();
  const [side, setSide] = useState('properties');
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
          <Link
            className="usa-button usa-button--outline small no-print"
            to={`/search?${new URLSearchParams({ within: node.id, in: node.title }).toString()}`}
          >
            <Icon name="search" />
            Search in it
          </Link>
          <NodeActions
            node={node}
            fixedName
            declarable
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
                {documents && <DocumentsPart part={documents} />}
                {people && <PeoplePart part={people} />}
                {routing && <RoutingPart part={routing} />}
              </div>
            );
          }}
        </Loaded>
        <section className="card" aria-label="About the file">
          <Tabs
            label="About the file"
            tabs={[
              { key: 'properties', label: 'Properties' },
              { key: 'history', label: 'History' },
            ]}
            current={side}
            onChange={setSide}
          >
            <div className="body">
              {side === 'properties' ? <PropertiesPanel node={node} /> : <History id={node.id} />}
            </div>
          </Tabs>
        </section>
      </div>
    </div>
  );
}
