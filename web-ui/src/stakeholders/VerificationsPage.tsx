import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { useToasts } from '../ui/Toasts';
import { Empty, Loaded } from '../ui/Waiting';
import { VerifyDialog } from './Actions';
import { either } from './calls';
import { StakeholderLink } from './StakeholderLink';
import { StakeholdersNav } from './StakeholdersNav';
import type { DueVerification } from './types';
import { useStakeholdersChanged, useVerificationsDue } from './useStakeholders';

/** What nobody has found right for a year (requirement S13): the never verified first. */
export default function VerificationsPage() {
  const { can } = useSession();
  return can('KEEP_STAKEHOLDERS') ? <Worklist /> : <NotFound />;
}

function Worklist() {
  const { session } = useSession();
  const [params] = useSearchParams();
  const asked = params.get('component');
  // One's own come first; all are a step away.
  const component = asked ?? session.components[0] ?? 'all';
  const query = useVerificationsDue(component === 'all' ? '' : component);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [checking, setChecking] = useState<DueVerification>();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="To verify" />
          <p className="sub">
            Nobody has found these right for twelve months. Check each, correct what is not right,
            and say so.
          </p>
        </div>
        <Link
          to="/stakeholders/hand-over"
          className="usa-button usa-button--outline small no-print"
        >
          <Icon name="move" />
          Somebody leaves
        </Link>
      </div>
      <nav className="views no-print sub-views" aria-label="Whose entries">
        {session.components.map((code) => (
          <Link
            key={code}
            to={`?component=${encodeURIComponent(code)}`}
            aria-current={component === code ? 'page' : undefined}
          >
            {code}
          </Link>
        ))}
        <Link to="?component=all" aria-current={component === 'all' ? 'page' : undefined}>
          All components
        </Link>
      </nav>
      <section className="card" aria-label="Entries to verify">
        <header>
          <h2>
            <span role="status">
              {query.data?.pages[0]
                ? showCount(query.data.pages[0].total, 'entry', 'entries')
                : 'Looking…'}
            </span>
          </h2>
        </header>
        <Loaded query={query} lines={8}>
          {() =>
            items.length === 0 ? (
              <Empty icon="check" title="Nothing is due">
                <p>Every entry has been found right within the last twelve months.</p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table stacks"
                head={
                  <>
                    <th scope="col">Name</th>
                    <th scope="col">Owner</th>
                    <th scope="col">Last verified</th>
                    <th scope="col">
                      <span className="visually-hidden">What to do</span>
                    </th>
                  </>
                }
              >
                {items.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <StakeholderLink kind={each.kind} id={each.id} name={each.name} />
                    </th>
                    <td>
                      {each.owner.user.label}
                      <span className="muted small below">{each.owner.component?.label}</span>
                    </td>
                    <td data-label="Last verified">
                      {each.verified ? showDay(each.verified.on) : 'never'}
                      <span className="muted small below">{each.verified?.by?.label}</span>
                    </td>
                    <td>
                      <button
                        type="button"
                        className="usa-button usa-button--outline small no-print"
                        aria-label={`Verified: ${each.name}`}
                        onClick={() => setChecking(each)}
                      >
                        <Icon name="check" />
                        Verified
                      </button>
                    </td>
                  </tr>
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
      {checking && (
        <VerifyDialog
          name={checking.name}
          act={(on) => either.verify(checking.kind, checking.id, on)}
          onClose={() => setChecking(undefined)}
          onDone={() => {
            changed();
            setChecking(undefined);
            toasts.show({ text: `${checking.name} is noted as verified.` });
          }}
        />
      )}
    </div>
  );
}
