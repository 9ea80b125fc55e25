import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import type { Kind } from './calls';
import { KindChoice } from './KindChoice';
import { RightsActions } from './RightsActions';
import type { NoContact, NoContactState } from './types';
import { useNoContact } from './useRights';
import { byMedium } from './words';

interface View {
  state: NoContactState;
  label: string;
  empty: string;
}

const FIRST: View = {
  state: 'requested',
  label: 'To be answered',
  empty: 'No request waits for an answer',
};

const VIEWS: View[] = [
  FIRST,
  { state: 'overdue', label: 'Overdue', empty: 'No request is overdue' },
  { state: 'restricted', label: 'Restricted', empty: 'Nobody is restricted' },
];

/** Those who asked not to be contacted, and what became of it (requirement S17). */
export default function NoContactPage() {
  const [params] = useSearchParams();
  const view = VIEWS.find((each) => each.state === params.get('state')) ?? FIRST;
  const [kind, setKind] = useState<Kind>('person');
  const [mine, setMine] = useState(false);
  const query = useNoContact(kind, view.state, mine);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Do not contact" />
          <p className="sub">
            Who asked is not contacted from that day on. The owner restricts or erases the entry
            within five business days; then the component’s representative is told.
          </p>
        </div>
      </div>
      <nav className="views no-print sub-views" aria-label="Which requests">
        {VIEWS.map((each) => (
          <Link
            key={each.state}
            to={`?state=${each.state}`}
            aria-current={each === view ? 'page' : undefined}
          >
            {each.label}
          </Link>
        ))}
      </nav>
      <section className="card" aria-label={view.label}>
        <header className="no-print">
          <KindChoice kind={kind} onChange={setKind} />
          <div className="usa-checkbox">
            <input
              id="mine"
              className="usa-checkbox__input"
              type="checkbox"
              checked={mine}
              onChange={(event) => setMine(event.target.checked)}
            />
            <label className="usa-checkbox__label" htmlFor="mine">
              Only what I own
            </label>
          </div>
          <span className="muted small" role="status">
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'request') : ''}
          </span>
        </header>
        <Loaded query={query} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty icon="check" title={view.empty}>
                <p>A request is recorded on the page of the person, by anyone who hears of it.</p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table stacks"
                head={
                  <>
                    <th scope="col">{kind === 'person' ? 'Person' : 'Organization'}</th>
                    <th scope="col">Asked</th>
                    <th scope="col">{view.state === 'restricted' ? 'Owner' : 'To be answered'}</th>
                    <th scope="col">
                      <span className="visually-hidden">What can be done</span>
                    </th>
                  </>
                }
              >
                {items.map((item) => (
                  <Row key={item.id} kind={kind} item={item} />
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Row({ kind, item }: { kind: Kind; item: NoContact }) {
  const asked = item.doNotContact;
  return (
    <tr>
      <th scope="row">
        <Link to={pageOf(`stk:${kind}`, item.id)}>{item.name}</Link>
      </th>
      <td>
        {showDay(asked.on)} {byMedium(asked.via)}
        <span className="muted small below">
          {[asked.reason, asked.by && `Recorded by ${asked.by.label}`].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td>
        {asked.state === 'requested' && asked.answerDue && (
          <span className={asked.overdue ? 'chip quarantined' : undefined}>
            {asked.overdue ? 'Overdue since ' : 'By '}
            {showDay(asked.answerDue)}
          </span>
        )}
        <span className="muted small below">
          {[item.owner.user.label, item.owner.component?.label].filter(Boolean).join(', ')}
        </span>
      </td>
      <td>
        <div className="actions">
          <RightsActions kind={kind} id={item.id} name={item.name} allowed={item.allowed} />
        </div>
      </td>
    </tr>
  );
}
