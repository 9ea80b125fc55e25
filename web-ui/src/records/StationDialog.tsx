import { useState } from 'react';
import * as api from '../api/calls';
import { ProblemAlert } from '../ui/Alert';
import { DayField } from '../ui/DayField';
import { Dialog } from '../ui/Dialog';
import { isoDay } from '../ui/show';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import { useAction } from '../ui/useAction';
import type { Transfer } from './contract';
import { useTold } from './useTold';

export type StationStep = 'sent' | 'receipt' | 'custody' | 'rejected';

const WORDS: Record<
  StationStep,
  { title: string; about: string; yes: string; done: string; day?: string }
> = {
  sent: {
    title: 'It was sent',
    about: 'The package has left the house. From now on nothing in it is packaged anew.',
    yes: 'It was sent',
    done: 'Noted as sent.',
    day: 'Sent on',
  },
  receipt: {
    title: 'The receipt has come',
    about: 'The National Archives have received the package and given it an accession number.',
    yes: 'Enter the receipt',
    done: 'The receipt is entered.',
    day: 'Receipt of',
  },
  custody: {
    title: 'Custody was accepted',
    about:
      'The records are now the National Archives’. What is here of them is destroyed in the background, with a certificate; what is on hold stays until its release.',
    yes: 'Custody was accepted',
    done: 'Custody is noted. The copies here are being destroyed.',
    day: 'Accepted on',
  },
  rejected: {
    title: 'It was rejected',
    about: 'The National Archives do not take it. Its folders go back into the queues.',
    yes: 'It was rejected',
    done: 'Noted: its folders are back in the queues.',
  },
};

/** The next step of a transfer, as it was taken outside. */
export function StationDialog(props: { of: Transfer; step: StationStep; onClose: () => void }) {
  const { of, step } = props;
  const words = WORDS[step];
  const told = useTold();
  const [on, setOn] = useState(() => isoDay());
  const [accession, setAccession] = useState(of.receipt?.accession ?? '');
  const [reason, setReason] = useState('');
  const reasoned = step === 'sent' || step === 'rejected';
  const action = useAction(async () => {
    const why = reason.trim();
    await {
      sent: () => api.transfers.sent(of.id, on, why),
      receipt: () => api.transfers.receipt(of.id, accession.trim(), on),
      custody: () => api.transfers.custody(of.id, on),
      rejected: () => api.transfers.rejected(of.id, why),
    }[step]();
    told(words.done);
    props.onClose();
  });
  const ready =
    (!words.day || on !== '') &&
    (!reasoned || reason.trim() !== '') &&
    (step !== 'receipt' || accession.trim() !== '');
  return (
    <Dialog title={words.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.run();
        }}
      >
        {action.problem && <ProblemAlert problem={action.problem} />}
        <p>{words.about}</p>
        {step === 'receipt' && (
          <TextField
            label="Accession number"
            hint="As the receipt gives it."
            required
            first
            value={accession}
            error={action.problem?.about('accession')}
            onChange={setAccession}
          />
        )}
        {words.day && (
          <DayField
            label={words.day}
            required
            focused={step !== 'receipt'}
            value={on}
            error={action.problem?.about('on')}
            onChange={setOn}
          />
        )}
        {reasoned && (
          <TextArea
            label={step === 'sent' ? 'How, and by whom' : 'Why'}
            required
            focused={step === 'rejected'}
            hint={
              step === 'sent' ? 'Such as the carrier, or the transfer request’s number.' : undefined
            }
            value={reason}
            error={action.problem?.about('reason')}
            onChange={setReason}
          />
        )}
        <div className="actions">
          <button
            type="submit"
            className={step === 'custody' ? 'usa-button usa-button--secondary' : 'usa-button'}
            disabled={action.busy || !ready}
          >
            {action.busy ? 'Noting…' : words.yes}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={props.onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
