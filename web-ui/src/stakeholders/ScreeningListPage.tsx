import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session/SessionContext';
import { ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { TextArea } from '../ui/TextArea';
import { useToasts } from '../ui/Toasts';
import { useAction } from '../ui/useAction';
import { Loaded } from '../ui/Waiting';
import { screening } from './calls';
import { FlaggedWords } from './FlaggedWords';
import { STAKEHOLDERS } from './useStakeholders';
import { useScreening } from './useScreening';

const KEY = [STAKEHOLDERS, 'screening-list'];

/** The words and patterns that are flagged in notes, for the privacy officer to change (requirement S3). */
export default function ScreeningListPage() {
  const { can } = useSession();
  return can('REVIEW_NOTES') ? <Screening /> : <NotFound />;
}

function Screening() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: screening.list,
    // What is being typed is not replaced from behind.
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page">
      <Crumbs
        trail={[
          { name: 'Stakeholders', to: '/stakeholders' },
          { name: 'Flagged notes', to: '/stakeholders/note-flags' },
        ]}
      />
      <div className="page-head">
        <div>
          <PageTitle title="What is flagged" />
          <p className="sub">
            Words and patterns that authors of notes are asked about. How they are written stands at
            the head of the list; each change is a version of its own.
          </p>
        </div>
      </div>
      <Loaded query={query} page lines={12}>
        {({ text }) => (
          <div className="with-side">
            <ListForm text={text} />
            <Trial />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function ListForm({ text }: { text: string }) {
  const [typed, setTyped] = useState(text);
  const queries = useQueryClient();
  const toasts = useToasts();
  const save = useAction(async () => {
    const kept = await screening.changeList(typed);
    queries.setQueryData(KEY, kept);
    toasts.show({ text: 'The list has been changed.' });
  });
  return (
    <form
      className="card body screening-list"
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      {save.problem && <ProblemAlert problem={save.problem} />}
      <TextArea
        label="The list"
        rows={28}
        maxLength={200_000}
        value={typed}
        error={save.problem?.about('text')}
        onChange={setTyped}
      />
      <div className="actions">
        <button type="submit" className="usa-button" disabled={save.busy || typed === text}>
          {save.busy ? 'Saving…' : 'Save the list'}
        </button>
        {typed !== text && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => setTyped(text)}
          >
            Take it back
          </button>
        )}
      </div>
    </form>
  );
}

/** Tries the list as it is kept on a sentence; nothing of it is kept. */
function Trial() {
  const [text, setText] = useState('');
  const { flags, settled } = useScreening(text);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  return (
    <section className="card body" aria-label="Try it">
      <h2>Try it</h2>
      <TextArea
        label="A sentence"
        hint="Screened by the list as it is saved. It is not kept."
        rows={4}
        value={text}
        onChange={setText}
      />
      <FlaggedWords
        text={text}
        flags={flags}
        reasons={reasons}
        onReason={(flag, reason) => setReasons({ ...reasons, [flag]: reason })}
      />
      {text.trim() && settled && flags.length === 0 && (
        <p className="muted">Nothing is flagged in it.</p>
      )}
    </section>
  );
}
