import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation, useParams } from 'react-router';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { DocumentTable } from '../library/DocumentTable';
import { RetentionCard } from '../records/RetentionCard';
import { Crumbs } from '../ui/Crumbs';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { Empty, Loaded } from '../ui/Waiting';
import { History } from './History';
import { NodeActions } from './NodeActions';
import { PropertiesPanel } from './PropertiesCard';
import { trailOf } from './trail';
import { useChildren } from './useNode';

/** Shown as a part of the case file that they are in. */
const WITHIN_A_FILE = [
  'cor:peoplePart',
  'cor:routingPart',
  'cor:documentsPart',
  'cor:correspondent',
  'cor:protectedValue',
  'cor:note',
  'cor:route',
  'cor:tasking',
  'cor:taskingEvent',
  'cor:fileMessage',
];

async function whereTo(id: string): Promise<{ node: Node; page: string }> {
  const node = await api.nodes.get(id);
  let at = node;
  while (WITHIN_A_FILE.includes(at.type) && at.parent) {
    at = await api.nodes.get(at.parent);
  }
  return { node, page: pageOf(at.type, at.id) };
}

/** Any node by its id: goes to the page made for its kind, or shows what there is. */
export function NodePage() {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const query = useQuery({ queryKey: ['node', id, 'page'], queryFn: () => whereTo(id) });
  return (
    <Loaded query={query} page lines={8}>
      {({ node, page }) =>
        page.startsWith('/nodes/') ? (
          <AnyNode key={node.id} node={node} />
        ) : (
          <Navigate to={page + search} replace />
        )
      }
    </Loaded>
  );
}

function AnyNode({ node }: { node: Node }) {
  const children = useChildren(node.id);
  return (
    <div className="page">
      <Crumbs trail={trailOf(node)} />
      <div className="page-head">
        <div>
          <p className="eyebrow">{node.typeLabel}</p>
          <PageTitle title={node.title} />
        </div>
        <NodeActions node={node} after={node.parent ? `/nodes/${node.parent}` : '/'} />
      </div>
      <div className="with-side">
        <div className="stack">
          <section className="card" aria-label="Properties">
            <div className="body">
              <PropertiesPanel node={node} />
            </div>
          </section>
          <section className="card" aria-label="In it">
            <header>
              <h2>In it</h2>
            </header>
            <Loaded query={children} lines={3}>
              {(items) =>
                items.length === 0 ? (
                  <Empty icon="folderOpen" title="Nothing that you can see" />
                ) : (
                  <DocumentTable nodes={items} />
                )
              }
            </Loaded>
          </section>
        </div>
        <div className="stack">
          <RetentionCard node={node} />
          <section className="card" aria-label="History">
            <header>
              <h2>History</h2>
            </header>
            <div className="body">
              <History id={node.id} />
            </div>
          </section>
        </div>
      </div>
    </div>
  );
}
