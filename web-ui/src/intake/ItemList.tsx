import { useEffect, useRef } from 'react';
import type { IntakeItem } from '../api/types';
import { StateChip } from '../ui/Chip';
import { showCount, showMedia, showShort, showSize } from '../ui/show';

interface Props {
  items: IntakeItem[];
  selected?: string;
  onSelect: (item: IntakeItem) => void;
}

/** The letters on the desk, as a list box: arrows go through it, and what is chosen is shown beside it. */
export function ItemList({ items, selected, onSelect }: Props) {
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const move = (step: number) => {
    const at = items.findIndex((item) => item.id === selected);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) {
      onSelect(next);
    }
  };

  return (
    <ul
      ref={list}
      className="item-list nolist"
      role="listbox"
      aria-label="Letters"
      tabIndex={0}
      aria-activedescendant={
        // What is in hand need not be listed any more.
        items.some((one) => one.id === selected) ? `item-${selected}` : undefined
      }
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, Home: -items.length, End: items.length }[
          event.key
        ];
        if (step) {
          event.preventDefault();
          move(step);
        }
      }}
    >
      {items.map((item) => (
        // The list box itself takes the keys; an option is only clicked.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={item.id}
          id={`item-${item.id}`}
          role="option"
          aria-selected={item.id === selected}
          tabIndex={-1}
          onClick={() => onSelect(item)}
        >
          <span className="name" title={item.name}>
            {item.name}
          </span>
          <span className="meta">
            <StateChip state={item.state} />
            {item.duplicateOf.length > 0 && <span className="chip double">Double</span>}
            {item.component && <span className="chip plain">{item.component}</span>}
            <span className="muted small">{showShort(item.receivedAt)}</span>
          </span>
          {item.state === 'reading' && item.pageCount !== undefined && (
            <span className="progress small muted">
              page {Math.min((item.pagesRead ?? 0) + 1, item.pageCount)} of {item.pageCount}
              <span className="bar" aria-hidden="true">
                <span style={{ width: `${((item.pagesRead ?? 0) / item.pageCount) * 100}%` }} />
              </span>
            </span>
          )}
          {item.state !== 'reading' && (
            <span className="muted small">
              {[
                showMedia(item.mediaType),
                item.pageCount ? showCount(item.pageCount, 'page') : '',
                showSize(item.size),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
