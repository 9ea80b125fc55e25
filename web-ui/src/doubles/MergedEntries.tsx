import { Card } from '../stakeholders/Card';
import { ProblemAlert } from '../ui/Alert';
import { showMoment } from '../ui/show';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { duplicates, type Kind, type Merged } from './calls';
import { useAskAgain, useMerges } from './useDuplicates';

/** What was merged into an entry, for its page: nothing where nothing was. */
export function MergedEntries({ kind, id }: { kind: Kind; id: string }) {
  const { data } = useMerges(kind, id);
  return !data || data.items.length === 0 ? null : (
    <Card title="Merged entries" icon="link">
      <ul className="nolist body plain-list">
        {data.items.map((each) => (
          <Item key={each.id} merged={each} />
        ))}
      </ul>
    </Card>
  );
}

function Item({ merged }: { merged: Merged }) {
  const toasts = useToasts();
  const again = useAskAgain();
  const undo = useAction(async () => {
    await duplicates.undo(merged.id);
    again();
    toasts.show({ text: `${merged.name} is an entry of its own again.` });
  });
  return (
    <li>
      <strong>{merged.name}</strong>
      <span className="below muted small">
        {merged.by.label}, {showMoment(merged.at)}: {merged.reason}
      </span>
      {undo.problem && <ProblemAlert problem={undo.problem} />}
      {merged.undoable && (
        <button
          type="button"
          className="usa-button usa-button--outline small no-print"
          aria-label={`Undo the merge of ${merged.name}`}
          disabled={undo.busy}
          onClick={undo.run}
        >
          {undo.busy ? 'Parting…' : 'Undo'}
        </button>
      )}
    </li>
  );
}
