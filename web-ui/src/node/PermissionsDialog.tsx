import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import * as api from '../api/calls';
import type {
  Authority,
  GrantRole,
  LabelledGrant,
  LockMode,
  Node,
  Permissions,
} from '../api/types';
import { ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { may, useNodeChanged } from './useNode';

const ROLES: readonly [GrantRole, string][] = [
  ['READER', 'may see it'],
  ['CONTRIBUTOR', 'may add to it'],
  ['EDITOR', 'may change it'],
  ['COORDINATOR', 'may do all, and lock it'],
];

const MODES: readonly [LockMode, string, string][] = [
  ['hidden', 'Hidden', 'Others do not see that it exists.'],
  ['read-only', 'Read only', 'Who can see it now still can, and cannot change it.'],
  ['greyed', 'Greyed', 'Others see that there is such a value, and not what it is.'],
];

export function modeText(mode: LockMode | undefined): string {
  return MODES.find(([key]) => key === mode)?.[1] ?? 'Locked';
}

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
        ) : !permissions.mode && !node.locked ? (
          'Only those named here can see it; what it lies in does not count.'
        ) : (
          <>
            <span className="chip warm">
              <Icon name="lock" /> {modeText(permissions.mode)}
            </span>{' '}
            {permissions.mode === 'read-only'
              ? 'Only those named here to change it can do so; what is above it does not count.'
              : 'Only those named here can see it; what is above it does not count.'}
          </>
        )}
      </p>
      <LockFacts permissions={permissions} />
      <GrantTable grants={permissions.effective} own={permissions.grants} />
      {may(node, 'CHANGE_PERMISSIONS') && (
        <div className="actions panel-actions">
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => setChanging(true)}
          >
            <Icon name="lock" />
            {permissions.mode || node.locked ? 'Change the lock' : 'Lock it, or add someone'}
          </button>
        </div>
      )}
    </>
  );
}

/** Why it is locked, by whom, and how long. */
export function LockFacts({ permissions }: { permissions: Permissions }) {
  if (!permissions.reason) {
    return null;
  }
  return (
    <p>
      <strong>Reason:</strong> {permissions.reason}
      <br />
      <span className="muted small">
        {permissions.lockedBy && permissions.lockedAt
          ? `By ${permissions.lockedBy.label}, ${showMoment(permissions.lockedAt)}. `
          : ''}
        {permissions.until
          ? `Ends by itself ${showMoment(permissions.until)}.`
          : 'Lasts until somebody ends it.'}
      </span>
    </p>
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
  const [mode, setMode] = useState<LockMode>(permissions.mode ?? 'hidden');
  const [until, setUntil] = useState(permissions.until ? localMoment(permissions.until) : '');
  const [reason, setReason] = useState('');
  const value = node.type === 'cor:protectedValue';
  const suggested = permissions.effective.filter(
    (grant) =>
      grant.role === 'COORDINATOR' && !grants.some((each) => each.authority === grant.authority),
  );
  const save = useAction(async () => {
    // Who reads on by a read-only lock alone is not named in it anew.
    const named =
      !inherits && mode === 'read-only' && permissions.inherits
        ? grants.filter((grant) => grant.role !== 'READER')
        : grants;
    await api.permissions.set(node.id, {
      inherits,
      grants: named.map(({ authority, role }) => ({ authority, role })),
      reason: reason.trim(),
      ...(inherits ? {} : { mode, until: until ? new Date(until).toISOString() : undefined }),
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
      {!inherits && (
        <>
          <fieldset className="usa-fieldset field">
            <legend className="usa-legend">What is left to the others?</legend>
            {MODES.filter(([key]) => key !== 'greyed' || value).map(([key, label, hint]) => (
              <div className="usa-radio" key={key}>
                <input
                  className="usa-radio__input"
                  type="radio"
                  name="mode"
                  id={`${id}${key}`}
                  checked={mode === key}
                  onChange={() => setMode(key)}
                />
                <label className="usa-radio__label" htmlFor={`${id}${key}`}>
                  {label}
                  <span className="usa-radio__label-description">{hint}</span>
                </label>
              </div>
            ))}
          </fieldset>
          <div className="field">
            <label className="usa-label" htmlFor={`${id}until`}>
              Until
            </label>
            <span className="usa-hint" id={`${id}untilhint`}>
              The lock ends by itself then. Left empty, it lasts until somebody ends it.
            </span>
            <input
              id={`${id}until`}
              aria-describedby={`${id}untilhint`}
              className="usa-input"
              type="datetime-local"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </div>
          {node.type === 'cor:documentsPart' && (
            <p className="muted small">
              Recognised text, page images and earlier versions are locked with the documents.
            </p>
          )}
        </>
      )}
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
      {!inherits && suggested.length > 0 && (
        <div className="field">
          <p className="usa-hint">They can unlock it now; leave the key with</p>
          <ul className="found-authorities nolist" aria-label="Suggested">
            {suggested.map((grant) => (
              <li key={grant.authority}>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => setGrants([...grants, grant])}
                >
                  <Icon name="plus" />
                  {grant.label}
                </button>
              </li>
            ))}
          </ul>
        </div>
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
          It is kept with what is locked, under your name.
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

/** As a field for date and time takes it: the reader's own time, to the minute. */
function localMoment(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
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
