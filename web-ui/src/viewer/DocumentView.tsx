import { lazy, Suspense, useState } from 'react';
import * as api from '../api/calls';
import { Icon } from '../ui/Icon';
import { Empty, Skeleton } from '../ui/Waiting';
import { Scrolled } from './Scrolled';
import { TextPages } from './TextPages';

const PageViewer = lazy(() => import('./PageViewer'));

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

interface Props {
  id: string;
  name: string;
  mediaType?: string;
  /** Whether it has been read, so that there is text. */
  readable: boolean;
  /** Whether there may be a searchable PDF of it; only scans and PDF files get one. */
  pages: boolean;
  page?: number;
  words: readonly string[];
  /** Where there is little room: small pages at the side only when asked for. */
  compact?: boolean;
  /** Whether its pages are still on their way. */
  pending?: boolean;
  /** Changes when the content does, so that the new one is fetched. */
  revision?: string;
}

/** The best there is to look at: the pages, else the picture, else the text, else the way to the original. */
export function DocumentView(props: Props) {
  const { id, mediaType, readable } = props;
  const [failed, setFailed] = useState<string>();
  const noPdf = failed === `${id} ${props.pages}`;

  if (!noPdf && (props.pages || mediaType === 'application/pdf')) {
    const src = api.nodes.contentUrl(id, props.pages ? { rendition: 'pdf' } : {});
    return (
      <Suspense fallback={<Skeleton lines={9} />}>
        <PageViewer
          key={`${src} ${props.revision ?? ''}`}
          src={src}
          label={`Pages of ${props.name}`}
          page={props.page}
          words={props.words}
          compact={props.compact}
          onFailed={() => setFailed(`${id} ${props.pages}`)}
        />
      </Suspense>
    );
  }
  if (mediaType && PICTURES.includes(mediaType)) {
    return (
      <Scrolled name={props.name}>
        <img src={api.nodes.contentUrl(id)} alt={`The original, ${props.name}`} />
      </Scrolled>
    );
  }
  if (readable) {
    return (
      <Scrolled name={props.name}>
        <TextPages id={id} words={props.words} />
      </Scrolled>
    );
  }
  return (
    <Empty icon="file" title={props.pending ? 'Being read' : 'No pages to show'}>
      <p>
        {props.pending
          ? 'Its pages appear here by themselves once it has been read.'
          : 'This file cannot be shown as pages. The original is kept exactly as it came.'}
      </p>
      <a
        className="usa-button usa-button--outline"
        href={api.nodes.contentUrl(id, { download: true })}
      >
        <Icon name="download" />
        Download the original
      </a>
    </Empty>
  );
}
