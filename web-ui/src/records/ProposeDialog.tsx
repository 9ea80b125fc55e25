import { useRef } from 'react';
import { Link } from 'react-router';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import { showCount } from '../ui/show';
import type { QueueItem } from './contract';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useTold } from './useTold';

/** Proposes a disposition by hand, without waiting for the daily run. */
export function ProposeDialog(props: {
  items: readonly QueueItem[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { items } = props;
  const told = useTold();
  const key = useRef(newKey());
  return (
    <ReasonDialog
      title={`Propose disposition of ${showCount(items.length, 'folder')}`}
      about="What is done follows from their series; all of one proposal are of one series. Who proposes does not approve."
      yes="Propose"
      doing="Proposing…"
      act={async (reason) => {
        const made = await api.dispositions.propose(
          items.map((item) => item.folder.id),
          reason,
          key.current,
        );
        told(
          <>
            Proposed as <Link to={`/records/dispositions/${made.id}`}>{made.number}</Link>.
          </>,
          {
            undo: () => api.dispositions.reject(made.id, 'Taken back by who proposed it.'),
            undone: 'Taken back: the folders are due as before.',
          },
        );
        props.onDone();
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}
