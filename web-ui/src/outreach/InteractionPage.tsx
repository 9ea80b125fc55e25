import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Crumbs } from '../ui/Crumbs';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showDay, showMoment } from '../ui/show';
import { useAction } from '../ui/useAction';
import { ProblemAlert } from '../ui/Alert';
import { Loaded } from '../ui/Waiting';
import { interactions } from './calls';
import type { Interaction } from './contract';
import { DueDay } from './DueDay';
import { draftOf, interactionOf, modeLabel } from './interaction';
import { InteractionForm } from './InteractionForm';
import { IssueChips, Names } from './Names';
import { useDone, useInteraction } from './useOutreach';

/** One interaction: with whom, about what, what came of it, and what was promised. */
export default function InteractionPage() {
  const { id = '' } = useParams();
  return <ById key={id} id={id} />;
}

function ById({ id }: { id: string }) {
  const query = useInteraction(id);
  return (
    <Loaded query={query} page lines={8}>
      {(interaction) => <Shown interaction={interaction} />}
    </Loaded>
  );
}

function Shown({ interaction }: { interaction: Interaction }) {
  const [open, setOpen] = useState<'change' | 'delete'>();
  const navigate = useNavigate();
  const done = useDone();
  const keep = useAction(async () => {
    await interactions.followedUp(interaction.id);
    done('What was promised is done.');
  });
  const may = (what: Interaction['allowed'][number]) => interaction.allowed.includes(what);
  const names = [...interaction.people, ...interaction.organizations];
  const first = names[0]?.name ?? 'nobody who is still kept';
  const close = () => setOpen(undefined);
  return (
    <div className="page narrow">
      <Crumbs
        trail={[{ name: 'Follow-ups', to: '/stakeholders/follow-ups' }, { name: 'Interaction' }]}
      />
      <div className="page-head">
        <div>
          <p className="eyebrow">{modeLabel(interaction.mode)}</p>
          <PageTitle
            title={`${first}${names.length > 1 ? ` and ${names.length - 1} more` : ''}, ${showDay(interaction.date)}`}
          />
          <p className="sub small">
            <span>
              {[interaction.employee?.label, interaction.component?.label]
                .filter(Boolean)
                .join(', ')}
            </span>
            <IssueChips issues={interaction.issues} />
          </p>
        </div>
        <div className="actions no-print">
          {may('change') && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setOpen('change')}
            >
              <Icon name="edit" />
              Correct
            </button>
          )}
          {may('delete') && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setOpen('delete')}
            >
              <Icon name="trash" />
              Delete
            </button>
          )}
        </div>
      </div>
      {keep.problem && <ProblemAlert problem={keep.problem} />}
      <section className="card" aria-label="What there was">
        <div className="body">
          <dl className="facts">
            <dt>With</dt>
            <dd>
              {names.length > 0 ? (
                <Names people={interaction.people} organizations={interaction.organizations} />
              ) : (
                <span className="muted">Nobody who is still kept</span>
              )}
            </dd>
            {interaction.event && (
              <>
                <dt>At</dt>
                <dd>
                  <Link to={`/stakeholders/events/${interaction.event.id}`}>
                    {interaction.event.name}
                  </Link>
                </dd>
              </>
            )}
            <dt>What came of it</dt>
            <dd className="as-written">
              {interaction.outcome ?? <span className="muted">Nothing was noted</span>}
            </dd>
          </dl>
        </div>
      </section>
      <section className="card" aria-label="What was promised">
        <header>
          <h2>What was promised</h2>
          {may('follow-up-done') && (
            <button
              type="button"
              className="usa-button small"
              disabled={keep.busy}
              onClick={() => keep.run()}
            >
              <Icon name="check" />
              {keep.busy ? 'Noting…' : 'It is done'}
            </button>
          )}
        </header>
        <div className="body">
          {interaction.followUp ? (
            <p className="as-written">
              {interaction.followUp}{' '}
              {interaction.followUpDone ? (
                <span className="chip ready">Done</span>
              ) : (
                <DueDay due={interaction.followUpDue} />
              )}
            </p>
          ) : (
            <p className="muted">Nothing.</p>
          )}
        </div>
      </section>
      <p className="muted small noted-by">
        Noted by {interaction.by.label}, {showMoment(interaction.at)}
      </p>
      {open === 'change' && <ChangeDialog interaction={interaction} onClose={close} />}
      {open === 'delete' && (
        <ConfirmDialog
          title="Delete this interaction?"
          icon="trash"
          yes="Delete"
          doing="Deleting…"
          no="Keep it"
          className="usa-button usa-button--secondary"
          act={async () => {
            await interactions.remove(interaction.id);
            done('The interaction is deleted.');
            void navigate('/stakeholders/follow-ups', { replace: true });
          }}
          onClose={close}
        >
          Those it was with count it no longer. What should not have been noted is deleted; what was
          noted wrongly is corrected.
        </ConfirmDialog>
      )}
    </div>
  );
}

function ChangeDialog({ interaction, onClose }: { interaction: Interaction; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(interaction));
  const done = useDone();
  return (
    <Dialog title="Correct an interaction" onClose={onClose} big>
      <InteractionForm
        draft={draft}
        onDraft={setDraft}
        employee={interaction.employee?.label}
        yes="Save"
        doing="Saving…"
        onCancel={onClose}
        send={async (sent, parties) => {
          await interactions.change(
            interaction.id,
            interaction.revision,
            interactionOf(sent, parties),
          );
          done('Corrected.');
          onClose();
        }}
      />
    </Dialog>
  );
}
