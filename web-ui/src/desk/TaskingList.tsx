import { useEffect, useRef } from 'react';
import type { Tasking } from '../api/types';
import { DueChip, taskingTitle } from '../routing/DueChip';
import { taskingState } from '../routing/stale';
import { isOpen } from '../routing/due';

/** Taskings to choose from, one of them in hand; the keys move through them. */
export function TaskingList(props: {
  label: string;
  items: readonly Tasking[];
  selected: string | undefined;
  /** Whether it matters whose they are. */
  whose: boolean;
  onSelect: (tasking: Tasking) => void;
  onOpen: (tasking: Tasking) => void;
}) {
  const { items, selected } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ul
      ref={list}
      className="item-list nolist"
      role="listbox"
      aria-label={props.label}
      tabIndex={0}
      aria-activedescendant={
        // What is in hand need not be listed any more.
        items.some((one) => one.id === selected) ? `tasking-${selected}` : undefined
      }
      onKeyDown={(event) => {
        const tasking = items.find((one) => one.id === selected);
        if (event.key === 'Enter' && tasking) {
          event.preventDefault();
          props.onOpen(tasking);
        }
      }}
    >
      {items.map((tasking) => (
        // The list takes the keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={tasking.id}
          id={`tasking-${tasking.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={tasking.id === selected}
          onClick={() => props.onSelect(tasking)}
          onDoubleClick={() => props.onOpen(tasking)}
        >
          <span className="name">{taskingTitle(tasking)}</span>
          <span className="small truncate">
            {[tasking.caseFile.number, tasking.caseFile.subject].filter(Boolean).join(' · ')}
          </span>
          <span className="meta">
            {isOpen(tasking) ? (
              <DueChip tasking={tasking} />
            ) : (
              <span className="chip open">
                {tasking.outcomeLabel ?? taskingState(tasking.state)}
              </span>
            )}
            {props.whose && (
              <span className="muted small">
                {tasking.claimedBy?.label ?? tasking.assignee.label}
                {isOpen(tasking) && tasking.state === 'open' && tasking.assignee.kind !== 'person'
                  ? ', unclaimed'
                  : ''}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
