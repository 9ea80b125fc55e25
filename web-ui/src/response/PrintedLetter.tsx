import { lazy, Suspense, useState } from 'react';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { showMoment } from '../ui/show';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Waiting';

const PageViewer = lazy(() => import('../viewer/PageViewer'));

/** The letter as it is to be signed: how it comes back, and its pages with the code. */
export function PrintedLetter({ node }: { node: Node }) {
  const url = api.nodes.contentUrl(node.id, { rendition: 'letter' });
  const [failed, setFailed] = useState(false);
  const version = node.properties['cor:printedVersion'];
  const at = node.properties['cor:printedAt'];
  return (
    <div className="printed-letter">
      <div className="printed-letter-head">
        <p className="small">
          Letter {String(node.properties['cor:letterNumber'] ?? '')}, version{' '}
          {String(version ?? '')}
          {typeof at === 'string' && `, laid out ${showMoment(at)}`}. Print it, have it signed, and
          scan the signed paper into the watched folder: it finds its way into this case file by its
          code.
        </p>
        <p className="actions">
          <a className="usa-button small" href={url} target="_blank" rel="noreferrer">
            <Icon name="letter" />
            Open the letter to print it
          </a>
          <a
            className="usa-button usa-button--outline small"
            href={api.nodes.contentUrl(node.id, { rendition: 'letter', download: true })}
          >
            <Icon name="download" />
            Download
          </a>
        </p>
      </div>
      {!failed && (
        <Suspense fallback={<Skeleton lines={9} />}>
          <PageViewer
            key={`${node.id} ${typeof at === 'string' ? at : ''}`}
            src={url}
            label={`Pages of the letter ${node.title}`}
            compact
            onFailed={() => setFailed(true)}
          />
        </Suspense>
      )}
    </div>
  );
}
