import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import * as api from '../api/calls';
import { Problem } from '../api/problem';
import type { Node, Version } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showMoment, showSize } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { FilePicker } from '../upload/DropZone';
import { freshly } from './freshly';
import { may, useNodeChanged } from './useNode';

/** The versions of a document: to download, to compare, to add to. */
export function Versions({ node }: { node: Node }) {
  const query = useQuery({
    queryKey: ['versions', node.id],
    queryFn: () => api.nodes.versions(node.id),
  });
  const [compared, setCompared] = useState<Version>();
  const [adding, setAdding] = useState(false);
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
      {adding && <NewVersion node={node} onClose={() => setAdding(false)} />}
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

function NewVersion({ node, onClose }: { node: Node; onClose: () => void }) {
  const changed = useNodeChanged();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [comment, setComment] = useState('');
  const [major, setMajor] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const abort = useRef(new AbortController());

  const send = async () => {
    if (!file) {
      return;
    }
    abort.current = new AbortController();
    setProgress(0);
    setProblem(undefined);
    try {
      const saved = await freshly(node, (revision) =>
        api.nodes.replaceContent(
          node.id,
          revision,
          file,
          { comment, major },
          { onProgress: setProgress, signal: abort.current.signal },
        ),
      );
      changed(saved);
      onClose();
    } catch (error) {
      setProgress(undefined);
      if (!(error instanceof DOMException)) {
        setProblem(error instanceof Problem ? error : Problem.offline());
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
        <p>The present content is kept as a version; nothing is overwritten.</p>
        <div className="field">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => input.current?.click()}
          >
            <Icon name="file" />
            {file ? 'Choose another file' : 'Choose the file'}
          </button>
          <FilePicker ref={input} single onFiles={(files) => setFile(files[0])} />
          {file && (
            <p className="small">
              {file.name} · {showSize(file.size)}
            </p>
          )}
        </div>
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
            Save as new version
          </button>
        </div>
      </form>
    </Dialog>
  );
}
