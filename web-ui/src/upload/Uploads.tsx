import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Link } from 'react-router';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import { Problem } from '../api/problem';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { showCount, showSize } from '../ui/show';

interface Upload {
  id: number;
  file: File;
  /** The folder it goes to; without one it is received at the intake desk. */
  parent?: string;
  key: string;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  progress: number;
  result?: string;
  problem?: Problem;
  abort: AbortController;
}

interface UploadAccess {
  add(files: readonly File[], parent?: string): void;
}

const UploadContext = createContext<UploadAccess | null>(null);

export function useUploads(): UploadAccess {
  const access = useContext(UploadContext);
  if (!access) {
    throw new Error('No uploads around this component');
  }
  return access;
}

/** More at once would only make each slower. */
const AT_ONCE = 2;
/** How long the tray stays when there is nothing left to do in it. */
const FINISHED_MS = 10_000;

/** Sends files while one goes on working on any page. */
export function Uploads({ children }: { children: ReactNode }) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const next = useRef(1);
  const started = useRef(new Set<number>());
  const queries = useQueryClient();

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((list) => list.map((u) => (u.id === id ? { ...u, ...part } : u)));
  }, []);

  const send = useCallback(
    async (upload: Upload) => {
      try {
        const received = await api.documents.upload(upload.file, {
          fields: { parent: upload.parent },
          idempotencyKey: upload.key,
          signal: upload.abort.signal,
          onProgress: (progress) => change(upload.id, { progress }),
        });
        change(upload.id, { state: 'done', progress: 1, result: received.id });
        void queries.invalidateQueries({
          queryKey: upload.parent ? ['children', upload.parent] : ['intake'],
        });
        if (upload.parent) {
          // Events and issues list their documents themselves.
          void queries.invalidateQueries({ queryKey: ['outreach'] });
        }
      } catch (error) {
        if (error instanceof DOMException) {
          setUploads((list) => list.filter((u) => u.id !== upload.id));
        } else {
          change(upload.id, {
            state: 'failed',
            problem: error instanceof Problem ? error : Problem.offline(),
          });
        }
      } finally {
        started.current.delete(upload.id);
      }
    },
    [change, queries],
  );

  useEffect(() => {
    const free = AT_ONCE - started.current.size;
    uploads
      .filter((u) => u.state === 'waiting' && !started.current.has(u.id))
      .slice(0, Math.max(0, free))
      .forEach((upload) => {
        started.current.add(upload.id);
        change(upload.id, { state: 'sending' });
        void send(upload);
      });
  }, [uploads, send, change]);

  // Once all has gone well the tray has said what it had to.
  const finished = uploads.length > 0 && uploads.every((u) => u.state === 'done');
  useEffect(() => {
    if (!finished) {
      return;
    }
    const timer = window.setTimeout(() => setUploads([]), FINISHED_MS);
    return () => window.clearTimeout(timer);
  }, [finished]);

  const access = useMemo<UploadAccess>(
    () => ({
      add(files, parent) {
        const added = files.map((file): Upload => ({
          id: next.current++,
          file,
          parent,
          key: newKey(),
          state: 'waiting',
          progress: 0,
          abort: new AbortController(),
        }));
        setUploads((list) => [...list, ...added]);
      },
    }),
    [],
  );

  return (
    <UploadContext.Provider value={access}>
      {children}
      {uploads.length > 0 && (
        <Tray
          uploads={uploads}
          onCancel={(upload) =>
            upload.state === 'sending'
              ? upload.abort.abort()
              : setUploads((list) => list.filter((u) => u.id !== upload.id))
          }
          onRetry={(upload) =>
            change(upload.id, { state: 'waiting', progress: 0, problem: undefined })
          }
          onClear={() =>
            setUploads((list) => list.filter((u) => u.state === 'waiting' || u.state === 'sending'))
          }
        />
      )}
    </UploadContext.Provider>
  );
}

function Tray(props: {
  uploads: Upload[];
  onCancel: (upload: Upload) => void;
  onRetry: (upload: Upload) => void;
  onClear: () => void;
}) {
  const { uploads } = props;
  const { can } = useSession();
  // When all has gone well it makes itself small, so that it lies over nothing that is needed.
  const [open, setOpen] = useState(false);
  const busy = uploads.filter((u) => u.state === 'waiting' || u.state === 'sending').length;
  const failed = uploads.filter((u) => u.state === 'failed').length;
  const done = uploads.length - busy - failed;
  const summary =
    busy > 0
      ? `Sending ${showCount(busy, 'file')}`
      : failed > 0
        ? `${showCount(failed, 'file')} could not be sent`
        : `${showCount(done, 'file')} sent`;
  return (
    <section className="upload-tray card" aria-label="Files being sent">
      <header>
        <h2>
          <span role="status">{summary}</span>
        </h2>
        {busy === 0 && failed === 0 && (
          <button
            type="button"
            className="usa-button usa-button--unstyled small"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : 'Show'}
          </button>
        )}
        {busy === 0 && (
          <button type="button" className="icon-button" aria-label="Close" onClick={props.onClear}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <ul className="nolist" hidden={busy === 0 && failed === 0 && !open}>
        {uploads.map((u) => (
          <li key={u.id}>
            <div className="row">
              <span className="truncate" title={u.file.name}>
                {u.file.name}
              </span>
              <span className="muted small">
                {u.state === 'done' ? (
                  <>
                    {u.parent ? 'Stored' : 'Received'}{' '}
                    {(u.parent ?? can('PROCESS_INTAKE')) && (
                      <Link to={u.parent ? `/documents/${u.result}` : `/intake/${u.result}`}>
                        open
                      </Link>
                    )}
                  </>
                ) : u.state === 'waiting' ? (
                  'Waiting'
                ) : u.state === 'sending' ? (
                  `${Math.round(u.progress * 100)} % of ${showSize(u.file.size)}`
                ) : (
                  'Not sent'
                )}
              </span>
              {u.state === 'failed' && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Send ${u.file.name} again`}
                  onClick={() => props.onRetry(u)}
                >
                  <Icon name="retry" />
                </button>
              )}
              {u.state !== 'done' && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={
                    u.state === 'failed'
                      ? `Dismiss ${u.file.name}`
                      : `Cancel sending ${u.file.name}`
                  }
                  onClick={() => props.onCancel(u)}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
            <span
              className={`bar ${u.state}`}
              role="progressbar"
              aria-label={u.file.name}
              aria-valuenow={Math.round(u.progress * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
            >
              <span style={{ width: `${u.state === 'failed' ? 100 : u.progress * 100}%` }} />
            </span>
            {u.problem && (
              <p className="usa-error-message">{u.problem.detail || u.problem.title}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
