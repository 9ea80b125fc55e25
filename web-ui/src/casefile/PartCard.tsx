import { useState, type ReactNode } from 'react';
import type { Node } from '../api/types';
import { PermissionsDialog } from '../node/PermissionsDialog';
import { Icon, type IconName } from '../ui/Icon';

/** A part of a case file: the scope of a lock of its own (requirement P3). */
export function PartCard(props: {
  part: Node;
  title: string;
  icon: IconName;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { part } = props;
  const [open, setOpen] = useState(false);
  return (
    <section className="card part" aria-label={props.title}>
      <header>
        <Icon name={props.icon} />
        <h2>{props.title}</h2>
        {props.actions}
        <button
          type="button"
          className={part.locked ? 'chip warm plain as-button' : 'icon-button'}
          aria-label={part.locked ? undefined : `Who can see ${props.title.toLowerCase()}`}
          title={`Who can see ${props.title.toLowerCase()}`}
          onClick={() => setOpen(true)}
        >
          <Icon name="lock" />
          {part.locked && 'Locked'}
        </button>
      </header>
      {props.children}
      {open && (
        <PermissionsDialog node={{ ...part, title: props.title }} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}
