import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node } from '../api/types';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showMoment } from '../ui/show';
import { FileChoice } from '../upload/FileChoice';
import { freshly, type Seen } from './freshly';
import { useNodeChanged } from './useNode';
import { useTaken, useWorkedFrom } from './workedFrom';

interface Props {
  node: Node;
  onClose: () => void;
  /** Shows what the others have changed, where the page can. */
  onCompare?: () => void;
}

const contentOf = (state: Seen) => state.contents['cm:content']?.sha256;

/**
 * Puts a new version on top. If somebody else has saved one since this person took the document to work on, that is
 * said before anything is sent, and the person decides; file and comment stay.
 */
export function NewVersionDialog({ node, onClose, onCompare }: Props) {
  const changed = useNodeChanged();
  const from = useWorkedFrom(node);
  const { forget } = useTaken(node);
  const [file, setFile] = useState<File>();
  const [comment, setComment] = useState('');
  const [major, setMajor] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const [now, setNow] = useState<Node>();
  const abort = useRef(new AbortController());
  // The page may know it already; else the refusal tells.
  const theirs = [now, node].find((state) => state && contentOf(state) !== contentOf(from));

  const send = async () => {
    if (!file) {
      return;
    }
    abort.current = new AbortController();
    setProgress(0);
    setProblem(undefined);
    try {
      const saved = await freshly(theirs ?? from, (revision) =>
        api.nodes.replaceContent(
          node.id,
          revision,
          file,
          { comment, major },
          { onProgress: setProgress, signal: abort.current.signal },
        ),
      );
      forget();
      changed(saved);
      onClose();
    } catch (error) {
      setProgress(undefined);
      if (error instanceof DOMException) {
        return;
      }
      const found = error instanceof Problem ? error : Problem.offline();
      const newer =
        found.status === 412 ? await api.nodes.get(node.id).catch(() => undefined) : undefined;
      if (newer && contentOf(newer) !== contentOf(theirs ?? from)) {
        setNow(newer);
      } else {
        setProblem(found);
      }
    }
  };

  return (
    <Dialog
      title="New version"
      onClose={() => {
        abort.current.abort();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {problem && <ProblemAlert problem={problem} />}
        {theirs ? (
          <Overtaken
            node={theirs}
            onCompare={
              onCompare &&
              (() => {
                changed(theirs);
                onClose();
                onCompare();
              })
            }
          />
        ) : (
          <p>The present content is kept as a version; nothing is overwritten.</p>
        )}
        <FileChoice label="Choose the file" file={file} onFile={setFile} />
        <div className="field">
          <label className="usa-label" htmlFor="version-comment">
            What is new about it
          </label>
          <input
            id="version-comment"
            className="usa-input"
            maxLength={1000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </div>
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id="version-major"
            type="checkbox"
            checked={major}
            onChange={(event) => setMajor(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor="version-major">
            A major version (2.0 rather than 1.1)
          </label>
        </div>
        {progress !== undefined && (
          <p role="status">
            Sending: {Math.round(progress * 100)} %
            <span className="bar">
              <span style={{ width: `${progress * 100}%` }} />
            </span>
          </p>
        )}
        <div className="actions">
          <button type="submit" className="usa-button" disabled={!file || progress !== undefined}>
            {theirs ? 'Save mine on top of theirs' : 'Save as new version'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who was faster, and with what. */
function Overtaken({ node, onCompare }: { node: Node; onCompare?: () => void }) {
  const versions = useQuery({
    queryKey: ['versions', node.id, contentOf(node)],
    queryFn: () => api.nodes.versions(node.id),
  });
  const newest = versions.data?.items[0];
  return (
    <Alert kind="warning" title="Somebody else has saved a new version meanwhile">
      <p>
        {newest ? (
          <>
            Version {newest.label} is by {newest.by}, {showMoment(newest.at)}
            {newest.comment && `: “${newest.comment}”`}.
          </>
        ) : (
          'It is not the one that you took to work on.'
        )}{' '}
        Yours is not sent yet. What is theirs and not in your file would be missing from the newest
        version; it stays among the versions.
      </p>
      <p className="actions">
        <a
          className="usa-button usa-button--outline small"
          href={api.nodes.contentUrl(node.id, { download: true })}
        >
          <Icon name="download" />
          Download theirs
        </a>
        {onCompare && (
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={onCompare}
          >
            See what has changed
          </button>
        )}
      </p>
    </Alert>
  );
}
