import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import type { MailAttachment } from '../api/types';
import { Icon } from '../ui/Icon';
import { showCode, showExact, showMedia, showSize } from '../ui/show';
import { Loaded } from '../ui/Waiting';

const MAIL = ['message/rfc822', 'application/vnd.ms-outlook'];

/** Whether a document of this type is an e-mail. */
export function isMail(mediaType: string | undefined): boolean {
  return mediaType !== undefined && MAIL.includes(mediaType);
}

/** What an e-mail's header says, and the files attached to it, each to be opened by itself. */
export function MailCard({ id, revision }: { id: string; revision?: number }) {
  const mail = useQuery({
    queryKey: ['mail', id, revision],
    queryFn: () => api.nodes.mail(id),
    staleTime: 60_000,
  });
  return (
    <div className="mail-card">
      <Loaded query={mail} lines={4}>
        {(read) => (
          <>
            <dl className="facts">
              <Line label="From" values={read.from ? [read.from] : []} />
              <Line label="To" values={read.to} />
              <Line label="Copy to" values={read.cc} />
              <Line label="Blind copy to" values={read.bcc} />
              <Line label="Sent" values={read.sent ? [showExact(read.sent)] : []} />
              <Line label="Subject" values={read.subject ? [read.subject] : []} />
            </dl>
            {read.attachments.length > 0 && (
              <section aria-label="Attachments">
                <h3 className="eyebrow">Attachments</h3>
                <ul className="attachments nolist">
                  {read.attachments.map((each) => (
                    <Attachment key={each.number} mail={id} attachment={each} />
                  ))}
                </ul>
              </section>
            )}
            <details>
              <summary>All transmission data</summary>
              <pre className="mail-header">{read.header}</pre>
            </details>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Line({ label, values }: { label: string; values: readonly string[] }) {
  return values.length === 0 ? null : (
    <>
      <dt>{label}</dt>
      <dd>{values.join('; ')}</dd>
    </>
  );
}

function Attachment({ mail, attachment }: { mail: string; attachment: MailAttachment }) {
  const { number, name } = attachment;
  const facts = [
    showMedia(attachment.mediaType),
    showSize(attachment.size),
    attachment.note ? `not read: ${showCode(attachment.note).toLowerCase()}` : '',
  ].filter(Boolean);
  return (
    <li>
      <a
        href={api.nodes.contentUrl(mail, { attachment: number })}
        target="_blank"
        rel="noopener noreferrer"
      >
        <Icon name="file" />
        {name}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
      <span className="muted small">{facts.join(' · ')}</span>
      <a
        className="icon-button"
        href={api.nodes.contentUrl(mail, { attachment: number, download: true })}
        aria-label={`Download ${name}`}
        title="Download"
      >
        <Icon name="download" />
      </a>
    </li>
  );
}
