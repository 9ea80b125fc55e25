import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import * as api from '../api/calls';
import type { Authority, GrantRole, LabelledGrant, Node, Permissions } from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { may, useNodeChanged } from './useNode';

const ROLES: readonly [GrantRole, string][] = [
  ['READER', 'may see it'],
  ['CONTRIBUTOR', 'may add to it'],
  ['EDITOR', 'may change it'],
  ['COORDINATOR', 'may do all, and lock it'],
];

export function roleText(role: GrantRole): string {
  return ROLES.find(([key]) => key === role)?.[1] ?? role;
}

/** Who can see a node, and, for those who may, locking it and opening it (requirement P3). */
export function PermissionsDialog({ node, onClose }: { node: Node; onClose: () => void }) {
  const query = useQuery({
    queryKey: ['permissions', node.id],
    queryFn: () => api.permissions.get(node.id),
  });
  return (
    <Dialog title={`Who can see “${node.title}”`} onClose={onClose} big>
      <Loaded query={query}>
        {(permissions) => <Content node={node} permissions={permissions} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function Content(props: { node: Node; permissions: Permissions; onClose: () => void }) {
  const { node, permissions } = props;
  const [changing, setChanging] = useState(false);
  if (changing) {
    return <Change {...props} onCancel={() => setChanging(false)} />;
  }
  return (
    <>
      <p>
        {permissions.inherits ? (
          'Whoever may see what it lies in may see this too.'
        ) : (
          <>
            <span className="chip warm">
              <Icon name="lock" /> Locked
            </span>{' '}
            Only those named here can see it; what is above it does not count.
          </>
        )}
      </p>
      {permissions.reason && (
        <p>
          <strong>Reason:</strong> {permissions.reason}
        </p>
      )}
      <GrantTable grants={permissions.effective} own={permissions.grants} />
      {may(node, 'CHANGE_PERMISSIONS') && (
        <div className="actions panel-actions">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => setChanging(true)}
          >
            <Icon name="lock" />
            {permissions.inherits ? 'Lock it, or add someone' : 'Change the lock'}
          </button>
        </div>
      )}
    </>
  );
}

function GrantTable({ grants, own }: { grants: LabelledGrant[]; own: LabelledGrant[] }) {
  if (grants.length === 0) {
    return <p className="muted">Nobody but administrators.</p>;
  }
  const isOwn = (g: LabelledGrant) =>
    own.some((o) => o.authority === g.authority && o.role === g.role);
  return (
    <div className="table-wrap">
      <table className="usa-table">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <tr key={grant.authority + grant.role}>
              <th scope="row">{grant.label}</th>
              <td>{roleText(grant.role)}</td>
              <td className="muted">{isOwn(grant) ? 'set here' : 'inherited'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Change(props: {
  node: Node;
  permissions: Permissions;
  onCancel: () => void;
  onClose: () => void;
}) {
  const { node, permissions } = props;
  const id = useId();
  const changed = useNodeChanged();
  const queries = useQueryClient();
  const [inherits, setInherits] = useState(permissions.inherits);
  const [grants, setGrants] = useState<LabelledGrant[]>(permissions.grants);
  const [reason, setReason] = useState('');
  const save = useAction(async () => {
    await api.permissions.set(node.id, {
      inherits,
      grants: grants.map(({ authority, role }) => ({ authority, role })),
      reason: reason.trim(),
    });
    await queries.invalidateQueries({ queryKey: ['permissions'] });
    changed(undefined);
    props.onClose();
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      {save.problem && <ProblemAlert problem={save.problem} />}
      <fieldset className="usa-fieldset field">
        <legend className="usa-legend">Does what lies above count here?</legend>
        <div className="usa-radio">
          <input
            className="usa-radio__input"
            type="radio"
            name="inherits"
            id={`${id}open`}
            checked={inherits}
            onChange={() => setInherits(true)}
          />
          <label className="usa-radio__label" htmlFor={`${id}open`}>
            Yes: whoever may see what it lies in, and those named here
          </label>
        </div>
        <div className="usa-radio">
          <input
            className="usa-radio__input"
            type="radio"
            name="inherits"
            id={`${id}locked`}
            checked={!inherits}
            onChange={() => setInherits(false)}
          />
          <label className="usa-radio__label" htmlFor={`${id}locked`}>
            No, it is locked: only those named here
          </label>
        </div>
      </fieldset>
      <h3>Named here</h3>
      {grants.length === 0 ? (
        <p className="muted">Nobody yet{inherits ? '' : '. You keep the key yourself'}.</p>
      ) : (
        <ul className="grants nolist">
          {grants.map((grant) => (
            <li key={grant.authority}>
              <span>{grant.label}</span>
              <RoleSelect
                label={`What ${grant.label} may do`}
                value={grant.role}
                onChange={(role) =>
                  setGrants(
                    grants.map((g) => (g.authority === grant.authority ? { ...g, role } : g)),
                  )
                }
              />
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove ${grant.label}`}
                onClick={() => setGrants(grants.filter((g) => g.authority !== grant.authority))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <AuthorityFinder
        onFound={(authority) =>
          setGrants([
            ...grants.filter((g) => g.authority !== authority.name),
            { authority: authority.name, label: authority.label, role: 'READER' },
          ])
        }
      />
      <div className="field">
        <label className="usa-label" htmlFor={`${id}reason`}>
          Reason <span className="required">*</span>
        </label>
        <span className="usa-hint" id={`${id}hint`}>
          It is kept in the ledger with your name.
        </span>
        <textarea
          id={`${id}reason`}
          aria-describedby={`${id}hint`}
          className="usa-textarea"
          rows={2}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="actions">
        <button type="submit" className="usa-button" disabled={!reason.trim() || save.busy}>
          {save.busy ? 'Saving…' : 'Save'}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function RoleSelect(props: {
  label: string;
  value: GrantRole;
  onChange: (role: GrantRole) => void;
}) {
  return (
    <select
      className="usa-select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => {
        const role = ROLES.find(([key]) => key === event.target.value)?.[0];
        if (role) {
          props.onChange(role);
        }
      }}
    >
      {ROLES.map(([role, text]) => (
        <option key={role} value={role}>
          {text}
        </option>
      ))}
    </select>
  );
}

function AuthorityFinder({ onFound }: { onFound: (authority: Authority) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim()), 250);
    return () => window.clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['authorities', asked],
    queryFn: () => api.permissions.authorities(asked),
    enabled: asked.length > 1,
  });
  const found = asked.length > 1 ? (query.data?.items ?? []) : [];
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        Add a person or a group
      </label>
      <input
        id={id}
        className="usa-input"
        autoComplete="off"
        placeholder="Name"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="found-authorities nolist" aria-label="Found">
        {found.slice(0, 8).map((authority) => (
          <li key={authority.name}>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => {
                onFound(authority);
                setText('');
                setAsked('');
              }}
            >
              <Icon name={authority.kind === 'GROUP' ? 'building' : 'person'} />
              {authority.label}
            </button>
          </li>
        ))}
      </ul>
      <p className="small muted" role="status">
        {asked.length > 1 && query.isSuccess && found.length === 0 ? 'Nobody by that name.' : ''}
      </p>
    </div>
  );
}
