import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { AboutCard } from '../node/AboutCard';
import { NodeActions } from '../node/NodeActions';
import { NodeById } from '../node/NodeById';
import { RecordChip } from '../node/RecordChip';
import { titleOf } from '../node/titleOf';
import { trailOf } from '../node/trail';
import { NewVersionDialog } from '../node/NewVersionDialog';
import { isBeingRead, may } from '../node/useNode';
import { useTaken } from '../node/workedFrom';
import { Changes } from '../response/Changes';
import { isLetter } from '../response/letters';
import { RelationsNotice } from '../records/RelationsNotice';
import { LetterNotice } from '../response/LetterNotice';
import { PrintedLetter } from '../response/PrintedLetter';
import { PrintForSignature } from '../response/PrintForSignature';
import { StateChip } from '../ui/Chip';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showMedia, showSize } from '../ui/show';
import { Tabs } from '../ui/Tabs';
import { MailCard } from './MailCard';
import { DocumentView } from '../viewer/DocumentView';
import { Scrolled } from '../viewer/Scrolled';
import { TextPages } from '../viewer/TextPages';
import { queryWords } from '../viewer/words';

/** A document: its pages or its text, and beside them all that is known of it. */
export function DocumentPage() {
  const { id } = useParams();
  return (
    <NodeById id={id} lines={12}>
      {(node) => <Opened node={node} />}
    </NodeById>
  );
}

function Opened({ node }: { node: Node }) {
  const [params] = useSearchParams();
  const [show, setShow] = useState('pages');
  const q = params.get('q') ?? '';
  const words = useMemo(() => queryWords(q), [q]);
  const page = Number(params.get('page')) || 1;
  const original = node.contents['cm:content'];
  const hasText = 'cor:text' in node.contents || 'cor:searchablePdf' in node.contents;
  const state = node.properties['cor:intakeState'];
  const { take } = useTaken(node);
  const [adding, setAdding] = useState(false);
  const written = original && node.aspects.includes('cor:draft') && may(node, 'WRITE');
  return (
    <div className="page full">
      <Crumbs trail={trailOf(node)} />
      <div className="page-head">
        <div>
          <PageTitle title={titleOf(node)} />
          <p className="sub small">
            {titleOf(node) !== node.name && <span>{node.name}</span>}
            {original && (
              <span>
                {showMedia(original.mediaType)} · {showSize(original.size)}
              </span>
            )}
            {typeof state === 'string' && state !== 'filed' && <StateChip state={state} />}
            <RecordChip node={node} />
            {node.locked && (
              <span className="chip warm plain">
                <Icon name="lock" /> Locked
              </span>
            )}
            {q && (
              <span className="chip plain">
                Marked: <mark>{words.join(' ')}</mark>
              </span>
            )}
          </p>
        </div>
        <div className="actions no-print">
          {original && (
            <a
              className="usa-button small"
              href={api.nodes.contentUrl(node.id, { download: true })}
              onClick={take}
            >
              <Icon name="download" />
              {written ? 'Download to work on it' : 'Original'}
            </a>
          )}
          {written && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setAdding(true)}
            >
              <Icon name="upload" />
              New version
            </button>
          )}
          {'cor:searchablePdf' in node.contents && (
            <a
              className="usa-button usa-button--outline small"
              href={api.nodes.contentUrl(node.id, { rendition: 'pdf', download: true })}
            >
              <Icon name="download" />
              Searchable PDF
            </a>
          )}
          <PrintForSignature node={node} />
          <NodeActions
            node={node}
            movable
            declarable
            after={node.parent ? `/nodes/${node.parent}` : '/library'}
          />
        </div>
      </div>
      <LetterNotice node={node} />
      <RelationsNotice node={node} />
      <div className="document">
        <section className="card document-pages" aria-label="The document">
          <Tabs
            label="How it is shown"
            tabs={[
              { key: 'pages', label: 'Pages' },
              ...(hasText ? [{ key: 'text', label: 'Text' }] : []),
              ...(isLetter(node) ? [{ key: 'changes', label: 'Changes' }] : []),
              ...('cor:letterPdf' in node.contents ? [{ key: 'letter', label: 'Letter' }] : []),
            ]}
            current={show}
            onChange={setShow}
          >
            {show === 'changes' ? (
              <Changes node={node} />
            ) : show === 'letter' ? (
              <PrintedLetter node={node} />
            ) : show === 'pages' ? (
              <>
                {'cor:mailDetails' in node.contents && (
                  <MailCard id={node.id} revision={node.revision} />
                )}
                <DocumentView
                  id={node.id}
                  name={node.title}
                  mediaType={original?.mediaType}
                  readable={hasText}
                  pages={'cor:searchablePdf' in node.contents}
                  page={page}
                  words={words}
                  pending={isBeingRead(node)}
                  revision={node.contents['cm:content']?.sha256}
                />
              </>
            ) : (
              <Scrolled name={node.title}>
                <TextPages id={node.id} words={words} />
              </Scrolled>
            )}
          </Tabs>
        </section>
        <AboutCard
          node={node}
          label="About the document"
          versioned
          retention
          className="card document-side"
        />
      </div>
      {adding && (
        <NewVersionDialog
          node={node}
          onClose={() => setAdding(false)}
          onCompare={() => setShow('changes')}
        />
      )}
    </div>
  );
}
