import { Link } from 'react-router';
import { useDraft } from '../session/useDraft';
import { useSession } from '../session/SessionContext';
import { Alert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { interactions } from './calls';
import { blank, interactionOf, modeLabel, type InteractionDraft } from './interaction';
import { InteractionForm } from './InteractionForm';
import type { Beginning } from './quick';
import { useDone } from './useOutreach';

/** Notes an interaction: once it is sent, it can be taken back for a while. */
export default function InteractionDialog(props: { beginning: Beginning; onClose: () => void }) {
  const { session } = useSession();
  const done = useDone();
  const start = blank(session.components[0] ?? '', props.beginning);
  // What was begun with somebody is not what is begun from anywhere.
  const about = props.beginning.parties?.map((party) => ('id' in party ? party.id : party.key));
  const draft = useDraft<InteractionDraft>(['interaction', ...(about ?? [])].join(' '), start);

  return (
    <Dialog title="Note an interaction" onClose={props.onClose} big>
      {draft.restored && (
        <Alert kind="info" announce={false}>
          What you had typed is here again.{' '}
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            onClick={() => draft.drop(start)}
          >
            Begin anew
          </button>
        </Alert>
      )}
      <InteractionForm
        draft={draft.value}
        onDraft={draft.set}
        yes="Note it"
        doing="Noting…"
        onCancel={props.onClose}
        send={async (sent, parties, keys) => {
          const body = interactionOf(sent, parties);
          const noted = await interactions.record(body, keys.of(body));
          draft.drop(start);
          done(
            <>
              Noted: {modeLabel(noted.mode).toLowerCase()} with{' '}
              {[...noted.people, ...noted.organizations].map((one) => one.name).join(', ')}.{' '}
              <Link to={`/stakeholders/interactions/${noted.id}`}>Open it</Link>
            </>,
            {
              undo: () => interactions.remove(noted.id),
              undone: 'Taken back: the interaction is not noted.',
            },
          );
          props.onClose();
        }}
      />
    </Dialog>
  );
}
