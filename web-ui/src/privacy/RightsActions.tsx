import { useState } from 'react';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useToasts } from '../ui/Toasts';
import { exports, noContact, oneYear, type Kind } from './calls';
import { useChanged } from './key';
import { RequestDialog } from './RequestDialog';

type Open = 'request' | 'restrict' | 'again' | 'renew';

/** What can be done about the rights of a person or an organization, as far as the caller may. */
export function RightsActions(props: {
  id: string;
  name: string;
  allowed: readonly string[];
  kind?: Kind;
}) {
  const { kind = 'person' } = props;
  const [open, setOpen] = useState<Open>();
  const changed = useChanged();
  const toasts = useToasts();
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    changed();
    close();
    toasts.show({ text });
  };
  const may = (right: string) => props.allowed.includes(right);
  const button = (right: string, what: Open, label: string) =>
    may(right) && (
      <button
        type="button"
        className="usa-button usa-button--outline small"
        onClick={() => setOpen(what)}
      >
        {label}
      </button>
    );
  return (
    <>
      {button('do-not-contact', 'request', 'Do not contact')}
      {button('restrict', 'restrict', 'Restrict')}
      {button('contact-again', 'again', 'Contact again')}
      {button('renew', 'renew', 'Renew')}
      {may('export') && (
        <a
          className="usa-button usa-button--outline small"
          href={exports.personUrl(props.id, 'vcard')}
          download
        >
          vCard
        </a>
      )}
      {open === 'request' && (
        <RequestDialog
          kind={kind}
          id={props.id}
          name={props.name}
          onClose={close}
          onDone={() => done(`Nobody contacts ${props.name} any more. The owner is told.`)}
        />
      )}
      {open === 'restrict' && (
        <ReasonDialog
          title={`Restrict ${props.name}`}
          about={`The entry stays, so that everybody knows whom not to contact.${
            kind === 'person'
              ? ' Mobile and personal phones and e-mail are closed to your component, too: the privacy officer alone sees them.'
              : ''
          }`}
          hint="Kept in the timeline, for all to read."
          yes="Restrict"
          doing="Restricting…"
          act={async (reason) => {
            await noContact.restrict(props.id, reason, kind);
            done(`${props.name} is restricted.`);
          }}
          onClose={close}
        />
      )}
      {open === 'again' && (
        <ReasonDialog
          title={`Contact ${props.name} again`}
          about="They want to be contacted again, or never asked not to be."
          hint="Kept in the timeline, for all to read."
          yes="May be contacted again"
          doing="Saving…"
          act={async (reason) => {
            await noContact.end(props.id, reason, kind);
            done(`${props.name} may be contacted again.`);
          }}
          onClose={close}
        />
      )}
      {open === 'renew' && <RenewDialog {...props} onClose={close} onDone={done} />}
    </>
  );
}

/** Keeps somebody, or an organization, for another year. */
export function RenewDialog(props: {
  id: string;
  name: string;
  kind?: Kind;
  onClose: () => void;
  onDone: (text: string) => void;
}) {
  return (
    <ReasonDialog
      title={`Renew ${props.name}`}
      about="The entry is kept for another year, although there was no contact."
      hint="Why the department still needs it; kept in the timeline."
      yes="Keep for a year"
      doing="Renewing…"
      act={async (reason) => {
        await oneYear.renew(props.id, reason, props.kind);
        props.onDone(`${props.name} is kept for another year.`);
      }}
      onClose={props.onClose}
    />
  );
}
