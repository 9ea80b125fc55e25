import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import * as api from '../api/calls';
import { hosting } from '../api/client';
import type { Account, Component, RoleHeld } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { Field, NewPasswordField } from './NewPasswordField';
import { RoleFields } from './RoleFields';
import { roleName, useRoles } from './roles';

/** Accounts and components of the standalone host (requirement P1); Alfresco keeps its own. */
export default function AccountsPage() {
  const { can } = useSession();
  if (!can('MANAGE_ACCOUNTS')) {
    return <NotFound />;
  }
  return hosting.share ? <OfAlfresco /> : <Accounts />;
}

function OfAlfresco() {
  return (
    <div className="page narrow">
      <PageTitle title="Accounts" />
      <Alert kind="info" title="Accounts are Alfresco’s">
        People, passwords and groups are kept by Alfresco, in Share’s Admin Tools or in the
        directory it is connected with. What someone may do in Chancery follows from the groups they
        are put into: one for each component, each role, and each role in a component.
      </Alert>
    </div>
  );
}

const ACCOUNTS = ['accounts'];
const COMPONENTS = ['components'];

type Open =
  { what: 'new' } | { what: 'change' | 'password'; account: Account } | { what: 'component' };

function Accounts() {
  const accounts = useQuery({ queryKey: ACCOUNTS, queryFn: api.accounts.list });
  const components = useQuery({ queryKey: COMPONENTS, queryFn: api.accounts.components });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const known = components.data ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageTitle title="Accounts" />
          <p className="sub">
            Who may sign in, and as what. Every change is recorded with your name.
          </p>
        </div>
        <div className="actions no-print">
          <button type="button" className="usa-button" onClick={() => setOpen({ what: 'new' })}>
            <Icon name="plus" />
            New account
          </button>
        </div>
      </div>
      <Loaded query={accounts} lines={10}>
        {(all) => (
          <section className="card" aria-label="Accounts">
            <div className="table-wrap">
              <table className="usa-table">
                <thead>
                  <tr>
                    <th scope="col">Account</th>
                    <th scope="col">Roles</th>
                    <th scope="col">Components</th>
                    <th scope="col">State</th>
                    <th scope="col">
                      <span className="visually-hidden">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((account) => (
                    <Row key={account.user} account={account} onOpen={setOpen} />
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
      </Loaded>
      <section className="card" aria-label="Components">
        <header>
          <h2>Components</h2>
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setOpen({ what: 'component' })}
          >
            <Icon name="plus" />
            Add or rename
          </button>
        </header>
        <Loaded query={components} lines={4}>
          {(all) => (
            <div className="table-wrap">
              <table className="usa-table">
                <thead>
                  <tr>
                    <th scope="col">Code</th>
                    <th scope="col">Name</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((component) => (
                    <tr key={component.code}>
                      <th scope="row">{component.code}</th>
                      <td>{component.name}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      </section>
      {open?.what === 'new' && <AccountDialog components={known} onClose={close} />}
      {open?.what === 'change' && (
        <AccountDialog account={open.account} components={known} onClose={close} />
      )}
      {open?.what === 'password' && <PasswordDialog account={open.account} onClose={close} />}
      {open?.what === 'component' && <ComponentDialog onClose={close} />}
    </div>
  );
}

function Row({ account, onOpen }: { account: Account; onOpen: (open: Open) => void }) {
  const known = useRoles();
  const roles = account.roles.map((held) => roleName(held, known)).join(', ');
  return (
    <tr>
      <th scope="row">
        {account.displayName}
        <p className="muted small">
          {account.user}
          {account.program && ' · a program’s'}
        </p>
      </th>
      <td>{roles || <span className="muted">none</span>}</td>
      <td>{account.components.join(', ')}</td>
      <td>
        {!account.enabled ? (
          <span className="chip bad">Disabled</span>
        ) : account.lockedUntil ? (
          <span className="chip warm">Locked until {showMoment(account.lockedUntil)}</span>
        ) : (
          <span className="chip good">In force</span>
        )}
      </td>
      <td className="no-print">
        <div className="actions">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => onOpen({ what: 'change', account })}
          >
            Change<span className="visually-hidden"> {account.displayName}</span>
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => onOpen({ what: 'password', account })}
          >
            New password<span className="visually-hidden"> for {account.displayName}</span>
          </button>
        </div>
      </td>
    </tr>
  );
}

function AccountDialog(props: { account?: Account; components: Component[]; onClose: () => void }) {
  const { account } = props;
  const id = useId();
  const queries = useQueryClient();
  const [user, setUser] = useState('');
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [password, setPassword] = useState('');
  const [program, setProgram] = useState(false);
  const [enabled, setEnabled] = useState(account?.enabled ?? true);
  const [components, setComponents] = useState<string[]>(account?.components ?? []);
  const [roles, setRoles] = useState<RoleHeld[]>(account?.roles ?? []);
  const save = useAction(async () => {
    const rights = { displayName: displayName.trim(), components, roles };
    if (account) {
      await api.accounts.change(account.user, account.revision, { ...rights, enabled });
    } else {
      await api.accounts.create({ user: user.trim(), password, program, ...rights });
    }
    await queries.invalidateQueries({ queryKey: ACCOUNTS });
    props.onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run();
  };
  return (
    <Dialog
      title={account ? `Change ${account.displayName}` : 'New account'}
      onClose={props.onClose}
      big
    >
      <form onSubmit={submit}>
        {save.problem && <ProblemAlert problem={save.problem} />}
        {!account && (
          <Field id={`${id}user`} label="User name" hint="Small letters and digits; it stays.">
            <input
              id={`${id}user`}
              className="usa-input"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
              value={user}
              onChange={(event) => setUser(event.target.value.toLowerCase())}
            />
          </Field>
        )}
        <Field id={`${id}name`} label="Name">
          <input
            id={`${id}name`}
            className="usa-input"
            autoComplete="off"
            required
            maxLength={200}
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        </Field>
        {!account && <NewPasswordField id={`${id}pw`} value={password} onChange={setPassword} />}
        <RoleFields
          components={props.components}
          member={components}
          roles={roles}
          onMember={setComponents}
          onRoles={setRoles}
        />
        {!account && (
          <Check id={`${id}program`} checked={program} onChange={setProgram}>
            A program’s account, which signs in with every request
          </Check>
        )}
        {account && (
          <Check id={`${id}enabled`} checked={enabled} onChange={setEnabled}>
            May sign in. Without it, every session of this account ends at once.
          </Check>
        )}
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function PasswordDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const id = useId();
  const [password, setPassword] = useState('');
  const save = useAction(async () => {
    await api.accounts.setPassword(account.user, password);
    onClose();
  });
  return (
    <Dialog title={`New password for ${account.displayName}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <p>Every session of this account ends, and being locked after wrong passwords does too.</p>
        <NewPasswordField id={id} value={password} onChange={setPassword} />
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Set the password'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function ComponentDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const save = useAction(async () => {
    await api.accounts.putComponent({ code: code.trim(), name: name.trim() });
    await queries.invalidateQueries({ queryKey: COMPONENTS });
    onClose();
  });
  return (
    <Dialog title="Add or rename a component" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        <Field
          id={`${id}code`}
          label="Code"
          hint="Capital letters, digits, hyphens. A code that is there already gets the new name."
        >
          <input
            id={`${id}code`}
            className="usa-input"
            autoComplete="off"
            required
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value.toUpperCase())}
          />
        </Field>
        <Field id={`${id}name`} label="Name">
          <input
            id={`${id}name`}
            className="usa-input"
            autoComplete="off"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="actions">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Check(props: {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <div className="usa-checkbox field">
      <input
        className="usa-checkbox__input"
        id={props.id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label className="usa-checkbox__label" htmlFor={props.id}>
        {props.children}
      </label>
    </div>
  );
}
