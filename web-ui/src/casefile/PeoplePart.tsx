import { useState } from 'react';
import type { Node } from '../api/types';
import { NewChildDialog } from '../node/NewChildDialog';
import { PropertyFacts } from '../node/PropertyFacts';
import { PropertyEditor } from '../node/PropertyEditor';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { may, useChildren, useNodeChanged } from '../node/useNode';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Empty, Loaded } from '../ui/Waiting';
import { NotRelevantFields } from './NotRelevantFields';
import { PartCard } from './PartCard';
import { ProtectedValues } from './ProtectedValues';

export function PeoplePart({ part }: { part: Node }) {
  const children = useChildren(part.id);
  const [adding, setAdding] = useState(false);
  return (
    <PartCard
      part={part}
      title="People"
      icon="person"
      actions={
        may(part, 'ADD_CHILD') && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setAdding(true)}
          >
            <Icon name="plus" />
            Add a person
          </button>
        )
      }
    >
      <Loaded query={children} lines={2}>
        {(people) =>
          people.length === 0 ? (
            <Empty icon="person" title="Nobody yet">
              <p>The sender of a letter is put here when it is filed.</p>
            </Empty>
          ) : (
            <ul className="people nolist">
              {people.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && (
        <NewChildDialog
          parent={part}
          type="cor:correspondent"
          title="Add a person or organization"
          nameFrom={nameOf}
          onClose={() => setAdding(false)}
        />
      )}
    </PartCard>
  );
}

/** The item's name, from what was typed of the person's. */
function nameOf(properties: Record<string, unknown>): string {
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : '');
  const last = text('cor:lastName');
  const first = text('cor:firstName');
  return [last, first].filter(Boolean).join(', ') || text('cor:organization');
}

function line(person: Node): { name: string; address: string } {
  const text = (name: string) => {
    const value = person.properties[name];
    return typeof value === 'string' ? value : '';
  };
  const name = ['cor:prefix', 'cor:firstName', 'cor:middleName', 'cor:lastName', 'cor:suffix']
    .map(text)
    .filter(Boolean)
    .join(' ');
  const town = [text('cor:city'), [text('cor:state'), text('cor:zip')].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return {
    name: name || text('cor:organization') || person.title,
    address: [name ? text('cor:organization') : '', text('cor:street'), town]
      .filter(Boolean)
      .join(' · '),
  };
}

function Person({ person }: { person: Node }) {
  const schema = useSchema();
  const changed = useNodeChanged();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const { name, address } = line(person);
  const role = showValue(schema.data?.property('cor:role'), person.properties['cor:role']);
  return (
    <li>
      <div className="person">
        <div>
          <strong>{name}</strong> {role && <span className="chip plain">{role}</span>}
          {person.locked && (
            <span className="chip warm plain">
              <Icon name="lock" /> Locked
            </span>
          )}
          <p className="muted small">{address}</p>
        </div>
        <button
          type="button"
          className="usa-button usa-button--unstyled small no-print"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Less' : 'More'}
          <span className="visually-hidden"> about {name}</span>
        </button>
      </div>
      {open && (
        <div className="person-more">
          <PropertyFacts node={person} />
          <NotRelevantFields person={person} />
          <ProtectedValues person={person} />
          {may(person, 'WRITE') && (
            <div className="actions panel-actions">
              <button
                type="button"
                className="usa-button usa-button--outline small"
                onClick={() => setEditing(true)}
              >
                <Icon name="edit" />
                Change
              </button>
            </div>
          )}
        </div>
      )}
      {editing && schema.data && (
        <Dialog title={name} onClose={() => setEditing(false)} big>
          <PropertyEditor
            node={person}
            schema={schema.data}
            onCancel={() => setEditing(false)}
            onSaved={(node) => {
              changed(node);
              setEditing(false);
            }}
          />
        </Dialog>
      )}
    </li>
  );
}
