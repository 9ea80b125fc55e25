import { useState } from 'react';
import { newKey } from '../api/key';
import type { Node } from '../api/types';
import { NewChildDialog } from '../node/NewChildDialog';
import { may, useChildren } from '../node/useNode';
import { Icon } from '../ui/Icon';
import { showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { PartCard } from './PartCard';

export function RoutingPart({ part }: { part: Node }) {
  const children = useChildren(part.id);
  const [adding, setAdding] = useState(false);
  return (
    <PartCard
      part={part}
      title="Routing"
      icon="route"
      actions={
        may(part, 'ADD_CHILD') && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setAdding(true)}
          >
            <Icon name="plus" />
            Add a note
          </button>
        )
      }
    >
      <Loaded query={children} lines={2}>
        {(items) => {
          const notes = items
            .filter((item) => item.type === 'cor:note')
            .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
          return notes.length === 0 ? (
            <Empty icon="route" title="No notes yet">
              <p>What the next person should know about this file goes here.</p>
            </Empty>
          ) : (
            <ol className="notes nolist">
              {notes.map((note) => (
                <li key={note.id}>
                  <p>{String(note.properties['cor:noteText'] ?? note.title)}</p>
                  <p className="muted small">
                    {[note.createdBy, showMoment(note.createdAt), note.properties['cor:step']]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
      {adding && (
        <NewChildDialog
          parent={part}
          type="cor:note"
          title="Add a note"
          // Nobody reads a note's name; it only has to be its own.
          nameFrom={() => `note-${newKey().slice(0, 12)}`}
          onClose={() => setAdding(false)}
        />
      )}
    </PartCard>
  );
}
