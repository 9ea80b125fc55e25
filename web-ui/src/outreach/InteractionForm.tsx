import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Labelled } from '../ui/Labelled';
import { TextField } from '../ui/TextField';
import { isoDay } from '../ui/show';
import { useAction } from '../ui/useAction';
import type { InteractionMode, ScreenedFlag } from './contract';
import { enterAll, Keys, PossibleDoubles, replaced } from './entering';
import { DUES, missingIn, MODES, saidIn, type Due, type InteractionDraft } from './interaction';
import { IssueField } from './IssueField';
import { AskDoubles, NewcomerFields } from './NewcomerFields';
import { Screened } from './Screened';
import { StakeholderField } from './StakeholderField';
import { kindsOf, useScreening } from './useScreening';
import type { Known } from './who';

/**
 * What is asked of an interaction, in the order in which one thinks of it. Ctrl Enter sends it from every field.
 */
export function InteractionForm(props: {
  draft: InteractionDraft;
  onDraft: (draft: InteractionDraft) => void;
  /** Stands for the field of whom one spoke to, where that is settled. */
  settled?: ReactNode;
  /** What is kept of the employee while nothing is typed. */
  employee?: string;
  yes: string;
  doing: string;
  /** Sends it, once everybody is entered. */
  send: (draft: InteractionDraft, parties: Known[], keys: Keys) => Promise<unknown>;
  onCancel: () => void;
}) {
  const { draft } = props;
  const { session } = useSession();
  const set = (change: Partial<InteractionDraft>) => props.onDraft({ ...draft, ...change });
  const [tried, setTried] = useState(false);
  const [doubles, setDoubles] = useState<PossibleDoubles>();
  const [flags, setFlags] = useScreening(saidIn(draft));
  const keys = useRef(new Keys());
  const confirmed = useRef(new Set<string>());
  const again = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const theirs = useId();
  const missing = tried ? missingIn(draft, !props.settled) : {};

  const send = useAction(async () => {
    let now = draft;
    try {
      const parties = await enterAll(now.parties, {
        component: now.component || undefined,
        confirmed: confirmed.current,
        keys: keys.current,
        onEntered: (key, as) => {
          now = { ...now, parties: replaced(now.parties, key, as) };
          props.onDraft(now);
        },
      });
      await props.send(now, parties, keys.current);
    } catch (error) {
      if (error instanceof PossibleDoubles) {
        setDoubles(error);
        return;
      }
      if (error instanceof Problem && error.code === 'screened') {
        setFlags((error.body.flags ?? []) as ScreenedFlag[]);
      }
      throw error;
    }
  });
  const submit = () => {
    setTried(true);
    setDoubles(undefined);
    const unexplained = kindsOf(flags).some((kind) => !draft.reasons[kind.flag]?.trim());
    if (Object.keys(missingIn(draft, !props.settled)).length > 0 || unexplained) {
      window.requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      );
    } else if (!send.busy) {
      send.run();
    }
  };
  const current = useRef(submit);
  useEffect(() => {
    current.current = submit;
    if (again.current) {
      // Once it has been said who the newcomer is, what was begun goes on.
      again.current = false;
      submit();
    }
  });
  const answered = (change: Partial<InteractionDraft>) => {
    again.current = true;
    setDoubles(undefined);
    set(change);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          current.current();
        }
      }}
      // The keys are those of its fields.
      role="presentation"
    >
      {send.problem && send.problem.code !== 'screened' && <ProblemAlert problem={send.problem} />}
      {(draft.theirs === true || send.problem?.code === 'do-not-contact') && (
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id={theirs}
            type="checkbox"
            checked={draft.theirs === true}
            onChange={(event) => set({ theirs: event.target.checked || undefined })}
          />
          <label className="usa-checkbox__label" htmlFor={theirs}>
            They approached us
          </label>
        </div>
      )}
      {doubles && (
        <AskDoubles
          newcomer={doubles.newcomer}
          candidates={doubles.candidates}
          onUse={(one) => answered({ parties: replaced(draft.parties, doubles.newcomer.key, one) })}
          onNew={() => {
            confirmed.current.add(doubles.newcomer.key);
            answered({});
          }}
        />
      )}
      {props.settled ?? (
        <StakeholderField
          label="With whom"
          required
          focused
          entering
          error={missing.parties}
          chosen={draft.parties}
          onChange={(parties) => set({ parties })}
        />
      )}
      {draft.parties.map(
        (party) =>
          party.kind === 'new-person' && (
            <NewcomerFields
              key={party.key}
              person={party}
              onChange={(person) =>
                set({
                  parties: draft.parties.map((each) =>
                    each.kind === 'new-person' && each.key === party.key ? person : each,
                  ),
                })
              }
            />
          ),
      )}
      <div className="how-and-what">
        <Labelled label="How">
          {(ties) => (
            <select
              {...ties}
              className="usa-select"
              data-autofocus={props.settled ? true : undefined}
              value={draft.mode}
              onChange={(event) => set({ mode: event.target.value as InteractionMode })}
            >
              {MODES.map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <IssueField chosen={draft.issues} onChange={(issues) => set({ issues })} />
      </div>
      <TextField
        label="What came of it"
        lines={3}
        max={10_000}
        error={send.problem?.about('outcome')}
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
      />
      <div className="promise">
        <TextField
          label="What was promised"
          max={4000}
          error={send.problem?.about('followUp')}
          value={draft.followUp}
          onChange={(followUp) => set({ followUp })}
        />
        {draft.followUp.trim() !== '' && (
          <Labelled label="Due">
            {(ties) => (
              <select
                {...ties}
                className="usa-select"
                value={draft.due}
                onChange={(event) => set({ due: event.target.value as Due })}
              >
                {DUES.map(([code, label]) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
        )}
        {draft.followUp.trim() !== '' && draft.due === 'day' && (
          <DayField
            label="Day it is due"
            error={missing.dueDay}
            value={draft.dueDay}
            onChange={(dueDay) => set({ dueDay })}
          />
        )}
      </div>
      <Screened
        flags={flags}
        reasons={draft.reasons}
        onReasons={(reasons) => set({ reasons })}
        tried={tried}
      />
      <div className="fields tight">
        {!props.settled && (
          <LastDay
            error={missing.date ?? send.problem?.about('date')}
            value={draft.date}
            onChange={(date) => set({ date })}
          />
        )}
        {session.components.length > 1 && (
          <Labelled label="For component">
            {(ties) => (
              <select
                {...ties}
                className="usa-select"
                value={draft.component}
                onChange={(event) => set({ component: event.target.value })}
              >
                {[...new Set([...session.components, draft.component].filter(Boolean))].map(
                  (code) => (
                    <option key={code} value={code}>
                      {code}
                    </option>
                  ),
                )}
              </select>
            )}
          </Labelled>
        )}
        <TextField
          label="Who spoke with them"
          hint={
            props.employee ? `${props.employee}, when it stays empty` : 'You, when it stays empty'
          }
          max={250}
          value={draft.employee}
          onChange={(employee) => set({ employee })}
        />
      </div>
      <div className="actions">
        <button type="submit" className="usa-button" disabled={send.busy}>
          {send.busy ? props.doing : props.yes}
          <kbd aria-hidden="true">Ctrl Enter</kbd>
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** The day it was, today or before. */
function LastDay(props: { error?: string; value: string; onChange: (value: string) => void }) {
  return (
    <Labelled label="When" required error={props.error}>
      {(ties) => (
        <input
          {...ties}
          className="usa-input"
          type="date"
          max={isoDay()}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}
