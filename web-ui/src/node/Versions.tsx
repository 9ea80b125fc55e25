import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api/calls';
import type { Node, Version } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showMoment, showSize } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { NewVersionDialog } from './NewVersionDialog';
import { may } from './useNode';
import { useTaken } from './workedFrom';

/** The versions of a document: to download, to compare, to add to. */
export function Versions({ node }: { node: Node }) {
  const query = useQuery({
    queryKey: ['versions', node.id],
    queryFn: () => api.nodes.versions(node.id),
  });
  const [compared, setCompared] = useState<Version>();
  const [adding, setAdding] = useState(false);
  const { take } = useTaken(node);
  return (
    <>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="history" title="One version so far">
              <p>The first change of the content keeps the present state as a version.</p>
            </Empty>
          ) : (
            <ol className="versions nolist">
              {items.map((version, i) => {
                const content = version.contents['cm:content'];
                return (
                  <li key={version.label}>
                    <span className="chip plain">{version.label}</span>
                    <div>
                      <p>
                        <strong>
                          {version.comment || (i === 0 ? 'Present version' : 'No comment')}
                        </strong>
                      </p>
                      <p className="muted small">
                        {[showMoment(version.at), version.by, content ? showSize(content.size) : '']
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    </div>
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Compare version ${version.label} with now`}
                      title="Compare with now"
                      onClick={() => setCompared(version)}
                    >
                      <Icon name="scale" />
                    </button>
                    {content && (
                      <a
                        className="icon-button"
                        href={api.nodes.contentUrl(node.id, {
                          version: version.label,
                          download: true,
                        })}
                        aria-label={`Download version ${version.label}`}
                        title="Download"
                        // The newest is what a next one is made from; who looks at an older one does not work on it.
                        onClick={i === 0 ? take : undefined}
                      >
                        <Icon name="download" />
                      </a>
                    )}
                  </li>
                );
              })}
            </ol>
          )
        }
      </Loaded>
      {may(node, 'WRITE') && (
        <div className="actions panel-actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => setAdding(true)}
          >
            <Icon name="upload" />
            New version
          </button>
        </div>
      )}
      {compared && (
        <Compare version={compared} node={node} onClose={() => setCompared(undefined)} />
      )}
      {adding && <NewVersionDialog node={node} onClose={() => setAdding(false)} />}
    </>
  );
}

function Compare(props: { version: Version; node: Node; onClose: () => void }) {
  const { version, node } = props;
  const schema = useSchema();
  const names = [
    ...new Set([...Object.keys(version.properties), ...Object.keys(node.properties)]),
  ].filter(
    (name) => JSON.stringify(version.properties[name]) !== JSON.stringify(node.properties[name]),
  );
  const before = version.contents['cm:content'];
  const now = node.contents['cm:content'];
  const sameContent = before?.sha256 === now?.sha256;
  return (
    <Dialog title={`Version ${version.label} and now`} onClose={props.onClose} big>
      <p>
        {sameContent
          ? 'The content is the same, byte for byte.'
          : `The content differs: ${before ? showSize(before.size) : 'none'} then, ${now ? showSize(now.size) : 'none'} now.`}
      </p>
      {names.length === 0 ? (
        <p>All properties are the same.</p>
      ) : (
        <div className="table-wrap">
          <table className="usa-table">
            <thead>
              <tr>
                <th scope="col">Property</th>
                <th scope="col">Version {version.label}</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {names.map((name) => {
                const property = schema.data?.property(name);
                return (
                  <tr key={name}>
                    <th scope="row">{property?.title ?? name}</th>
                    <td>{showValue(property, version.properties[name]) || '—'}</td>
                    <td>{showValue(property, node.properties[name]) || '—'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
