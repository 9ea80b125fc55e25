import { Link, useSearchParams } from 'react-router';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showMoment } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { useAction } from '../ui/useAction';
import { useToasts } from '../ui/Toasts';
import { Empty, Loaded } from '../ui/Waiting';
import { duplicates, type Entry, type Kind, type Pair } from './calls';
import { useAskAgain, usePairs } from './useDuplicates';
import { about, likeness, owner } from './words';

/** Entries that may be of one person or organization, to be looked at by somebody. */
export default function DuplicatesPage() {
  const [params] = useSearchParams();
  const kind: Kind = params.get('kind') === 'organization' ? 'organization' : 'person';
  const query = usePairs(kind);
  const again = useAskAgain();
  const search = useAction(() => duplicates.search().then(again));
  const first = query.data?.pages[0];
  const pairs = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Duplicates" />
          <p className="sub">
            Entries that may be of one person or organization. Compare two of them, then merge them
            or say that they are different.
          </p>
        </div>
        <div className="actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            disabled={search.busy || first?.searching}
            onClick={search.run}
          >
            {first?.searching ? 'Looking…' : 'Look again'}
          </button>
        </div>
      </div>
      {search.problem && <ProblemAlert problem={search.problem} />}
      <nav className="views no-print sub-views" aria-label="Which entries">
        <Link to="?" aria-current={kind === 'person' ? 'page' : undefined}>
          People
        </Link>
        <Link to="?kind=organization" aria-current={kind === 'organization' ? 'page' : undefined}>
          Organizations
        </Link>
      </nav>
      <section className="card" aria-label="Pairs that may be one">
        <header>
          <span className="muted small" role="status">
            {first?.searching
              ? 'They are being looked for; this list follows by itself.'
              : first?.searchedAt
                ? `Looked for on ${showMoment(first.searchedAt)}`
                : ''}
          </span>
        </header>
        <Loaded query={query} lines={8}>
          {() =>
            pairs.length === 0 && !query.hasNextPage ? (
              <Empty
                icon="check"
                title={first?.searchedAt ? 'No two look alike' : 'Not looked yet'}
              >
                <p>
                  {first?.searchedAt
                    ? 'Nothing that you may see was entered twice, as far as one can tell.'
                    : 'They are looked for shortly after the start, and twice a day from then on.'}
                </p>
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table doubles-list stacks"
                head={
                  <>
                    <th scope="col">One</th>
                    <th scope="col">Other</th>
                    <th scope="col">Why</th>
                    <th scope="col">
                      <span className="visually-hidden">What to do</span>
                    </th>
                  </>
                }
              >
                {pairs.map((pair) => (
                  <Row key={pair.one.id + pair.other.id} pair={pair} />
                ))}
              </PagedTable>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Row({ pair }: { pair: Pair }) {
  const toasts = useToasts();
  const again = useAskAgain();
  const { one, other } = pair;
  const apart = useAction(async () => {
    await duplicates.apart(one.id, other.id);
    again();
    toasts.show({
      text: `${one.name} and ${other.name} are not asked about again.`,
      action: {
        label: 'Undo',
        run: () => void duplicates.apart(one.id, other.id, false).then(again),
      },
    });
  });
  return (
    <tr>
      <EntryCell entry={one} />
      <EntryCell entry={other} />
      <td>
        <span className={`chip ${pair.sure ? 'ready' : 'received'}`}>
          {likeness(pair.score, pair.sure)}
        </span>
        <ul className="reasons small">
          {pair.why.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
        {pair.personal && (
          <p className="muted small with-icon">
            <Icon name="lock" />
            <span>By private numbers: only those who may see both are told.</span>
          </p>
        )}
        {apart.problem && <ProblemAlert problem={apart.problem} />}
      </td>
      <td>
        <div className="row-actions no-print">
          <Link
            className="usa-button small"
            to={`/stakeholders/duplicates/${one.id}/${other.id}`}
            aria-label={`Compare ${one.name} with ${other.name}`}
          >
            Compare
          </Link>
          {(one.mine || other.mine) && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              aria-label={`${one.name} and ${other.name} are different`}
              disabled={apart.busy}
              onClick={apart.run}
            >
              Different
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function EntryCell({ entry }: { entry: Entry }) {
  return (
    <td>
      <span className="with-icon">
        <Icon name={entry.kind === 'person' ? 'person' : 'building'} />
        <strong>{entry.name}</strong>
      </span>
      {about(entry) && <span className="below">{about(entry)}</span>}
      <span className="below muted small">{owner(entry)}</span>
    </td>
  );
}
