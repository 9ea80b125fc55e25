import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import * as api from '../api/calls';
import type { Dispatch, Node } from '../api/types';
import { may } from '../node/useNode';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { showDay } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { DispatchDialog } from './DispatchDialog';
import { DispatchMail } from './DispatchMail';

const LIVE_MS = 3000;
const WAITS = new Set<string>(['queued', 'sending']);
const CHANNELS: Record<Dispatch['channel'], string> = { post: 'Post', email: 'E-mail' };

/** The account of what left the department from this file, to be printed (requirement P14). */
export function Dispatches({ file, part }: { file: Node; part: Node }) {
  const { can } = useSession();
  const [sending, setSending] = useState(false);
  const query = useQuery({
    queryKey: ['dispatches', file.id],
    queryFn: () => api.dispatches.of(file.id),
    refetchInterval: (q) =>
      q.state.data?.items.some((each) => each.mail && WAITS.has(each.mail.state)) ? LIVE_MS : false,
  });
  const mayAdd =
    can('DISPATCH') && may(part, 'ADD_CHILD') && file.properties['cor:status'] !== 'closed';
  return (
    <section className="card part" aria-label="Dispatches">
      <header>
        <Icon name="right" />
        <h2>Dispatches</h2>
        {mayAdd && (
          <button
            type="button"
            className="usa-button usa-button--outline small no-print"
            onClick={() => setSending(true)}
          >
            <Icon name="letter" />
            Dispatch
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--unstyled small no-print"
          onClick={() => window.print()}
        >
          Print the account
        </button>
      </header>
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="letter" title="Nothing has left yet">
              <p>What is sent outside is accounted for here, and stays.</p>
            </Empty>
          ) : (
            <div className="table-wrap">
              <table className="usa-table">
                <thead>
                  <tr>
                    <th scope="col">Date</th>
                    <th scope="col">What</th>
                    <th scope="col">How</th>
                    <th scope="col">To</th>
                    <th scope="col">Purpose</th>
                    <th scope="col">Authority</th>
                    <th scope="col">By</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((each) => (
                    <tr key={each.id}>
                      <td className="nowrap">{showDay(each.date)}</td>
                      <th scope="row">
                        {each.documents.length === 0
                          ? 'A document you may not see'
                          : each.documents.map((document) => (
                              <Link key={document.id} to={`/documents/${document.id}`}>
                                {document.title}
                              </Link>
                            ))}
                      </th>
                      <td>
                        {CHANNELS[each.channel]}
                        {each.mail && <DispatchMail file={file} entry={each} mail={each.mail} />}
                      </td>
                      <td className="pre-line">{each.recipient}</td>
                      <td>{each.purpose}</td>
                      <td>{each.authority}</td>
                      <td>{each.by.label}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      {sending && (
        <DispatchDialog
          file={file}
          part={part}
          outlook={query.data?.outlook}
          onClose={() => setSending(false)}
        />
      )}
    </section>
  );
}
