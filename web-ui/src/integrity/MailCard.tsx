import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import { Alert } from '../ui/Alert';
import { showCount, showDay } from '../ui/show';
import { Loaded } from '../ui/Waiting';

/** How mail does: who is told of alarms, and whom the reminders could not reach. */
export function MailCard() {
  const query = useQuery({ queryKey: ['mail'], queryFn: api.mailStanding });
  return (
    <section className="card" aria-label="Mail">
      <header>
        <h2>Mail</h2>
      </header>
      <div className="body">
        <Loaded query={query} lines={3}>
          {({ configured, alarmed, reminders }) => (
            <>
              {configured ? (
                <p>
                  When something is out of place, these are told by mail, once for each finding:{' '}
                  {alarmed.map((each) => each.label).join(', ') || 'nobody'}.
                </p>
              ) : (
                <Alert kind="warning" title="No mail is sent" announce={false}>
                  No mail server is named in this system’s settings: nobody is reminded of a
                  suspense, nobody is told of an alarm, and no letter is sent by e-mail.
                </Alert>
              )}
              {reminders && (
                <p>
                  Reminders of {showDay(reminders.day)}: {showCount(reminders.mails, 'mail')} sent.
                </p>
              )}
              {reminders && reminders.withoutAddress.length > 0 && (
                <Alert
                  kind="warning"
                  title={`${showCount(reminders.withoutAddress.length, 'person', 'people')} could not be reminded`}
                  announce={false}
                >
                  There is no mail address for{' '}
                  {reminders.withoutAddress.map((each) => each.label).join(', ')}.
                </Alert>
              )}
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}
