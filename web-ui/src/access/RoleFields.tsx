import { useId, useState } from 'react';
import type { Component, RoleHeld } from '../api/types';
import { Icon } from '../ui/Icon';
import { roleName, useRoles } from './roles';

/** Which components someone belongs to, and which roles they hold in which. */
export function RoleFields(props: {
  components: Component[];
  member: string[];
  roles: RoleHeld[];
  onMember: (codes: string[]) => void;
  onRoles: (roles: RoleHeld[]) => void;
}) {
  const id = useId();
  const known = useRoles();
  const [role, setRole] = useState('CLERK');
  const [component, setComponent] = useState('');
  const same = (a: RoleHeld, b: RoleHeld) => a.role === b.role && a.component === b.component;
  const add = () => {
    const held: RoleHeld = component ? { role, component } : { role };
    if (!props.roles.some((each) => same(each, held))) {
      props.onRoles([...props.roles, held]);
    }
  };
  return (
    <>
      <fieldset className="usa-fieldset field">
        <legend className="usa-legend">Belongs to</legend>
        {props.components.map(({ code, name }) => (
          <div className="usa-checkbox" key={code}>
            <input
              className="usa-checkbox__input"
              id={id + code}
              type="checkbox"
              checked={props.member.includes(code)}
              onChange={(event) =>
                props.onMember(
                  event.target.checked
                    ? [...props.member, code]
                    : props.member.filter((each) => each !== code),
                )
              }
            />
            <label className="usa-checkbox__label" htmlFor={id + code}>
              {name} ({code})
            </label>
          </div>
        ))}
      </fieldset>
      <fieldset className="usa-fieldset field">
        <legend className="usa-legend">Roles</legend>
        {props.roles.length === 0 && <p className="muted">None yet.</p>}
        <ul className="grants nolist">
          {props.roles.map((held) => (
            <li key={roleName(held, known)}>
              <span>{roleName(held, known)}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take away: ${roleName(held, known)}`}
                onClick={() => props.onRoles(props.roles.filter((each) => !same(each, held)))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <div className="actions">
          <select
            className="usa-select"
            aria-label="Role"
            value={role}
            onChange={(event) => setRole(event.target.value)}
          >
            {known.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
          <select
            className="usa-select"
            aria-label="In which component"
            value={component}
            onChange={(event) => setComponent(event.target.value)}
          >
            <option value="">everywhere</option>
            {props.components.map(({ code }) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
          <button type="button" className="usa-button usa-button--outline small" onClick={add}>
            Add the role
          </button>
        </div>
      </fieldset>
    </>
  );
}
