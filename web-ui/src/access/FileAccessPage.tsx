import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import * as api from '../api/calls';
import type { AccessEntry, AccessScope, CaseFileAccess, Node } from '../api/types';
import { modeText, PermissionsDialog, roleText } from '../node/PermissionsDialog';
import { NodeById } from '../node/NodeById';
import { useNode } from '../node/useNode';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { Loaded } from '../ui/Waiting';

const PARTS: Record<AccessScope['part'], string> = {
  file: 'The file as a whole',
  people: 'People',
  routing: 'Routing',
  documents: 'Documents',
  item: '',
};

/** Who can see a case file, which part of it, and why (requirements P3 and P15). */
export default function FileAccessPage() {
  const { id } = useParams();
  return (
    <NodeById id={id} lines={10}>
      {(node) => <Access file={node} />}
    </NodeById>
  );
}

function Access({ file }: { file: Node }) {
  const query = useQuery({
    queryKey: ['permissions', 'case-file', file.id],
    queryFn: () => api.access.ofCaseFile(file.id),
  });
  return (
    <div className="page">
      <Crumbs
        trail={[
          { name: 'Cases', to: '/case-folders' },
          { name: file.title, to: `/case-files/${file.id}` },
        ]}
      />
      <div className="page-head">
        <div>
          <PageTitle title="Who can see this file" />
          <p className="sub">
            Each part with those who may see it, what they may do, and what that follows from. A
            part that is hidden from you is not listed.
          </p>
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      <Loaded query={query} lines={10} page>
        {(access) => <Scopes access={access} />}
      </Loaded>
    </div>
  );
}

function Scopes({ access }: { access: CaseFileAccess }) {
  return (
    <div className="stack">
      {access.scopes.map((scope) => (
        <Scope
          key={scope.id}
          scope={scope}
          entries={access.entries.filter((entry) => entry.scope === scope.id)}
        />
      ))}
    </div>
  );
}

function Scope({ scope, entries }: { scope: AccessScope; entries: AccessEntry[] }) {
  const [open, setOpen] = useState(false);
  const title = PARTS[scope.part] || scope.title;
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {scope.lock && (
          <span className="chip warm">
            <Icon name="lock" /> {modeText(scope.lock.mode)}
          </span>
        )}
        {scope.mayLock && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setOpen(true)}
          >
            <Icon name="lock" />
            {scope.lock ? 'Change the lock' : 'Lock it'}
            <span className="visually-hidden"> ({title})</span>
          </button>
        )}
      </header>
      <div className="body">
        {scope.lock && (
          <p>
            <strong>Reason:</strong> {scope.lock.reason}
            <br />
            <span className="muted small">
              By {scope.lock.by.label}, {showMoment(scope.lock.at)}.{' '}
              {scope.lock.until
                ? `Ends by itself ${showMoment(scope.lock.until)}.`
                : 'Lasts until somebody ends it.'}
            </span>
          </p>
        )}
        {scope.inherits && (
          <p className="muted">
            {entries.length === 0
              ? 'As the file as a whole.'
              : 'As the file as a whole, and beside them:'}
          </p>
        )}
        {entries.length > 0 && <Entries entries={entries} label={title} />}
      </div>
      {open && <Locks scope={scope} title={title} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Entries({ entries, label }: { entries: AccessEntry[]; label: string }) {
  return (
    <div className="table-wrap">
      <table className="usa-table">
        <caption className="visually-hidden">Who can see: {label}</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">May</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.authority + entry.may}>
              <th scope="row">
                {entry.label}
                {entry.kind === 'group' && (
                  <p className="muted small">
                    {entry.who.length === 0
                      ? 'nobody at present'
                      : entry.who.map((person) => person.label).join(', ') +
                        (entry.more ? ' and more' : '')}
                  </p>
                )}
              </th>
              <td>{roleText(entry.may)}</td>
              <td>{entry.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Locks(props: { scope: AccessScope; title: string; onClose: () => void }) {
  const node = useNode(props.scope.id);
  return node.data ? (
    <PermissionsDialog node={{ ...node.data, title: props.title }} onClose={props.onClose} />
  ) : null;
}
