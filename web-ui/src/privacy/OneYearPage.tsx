import { useState } from 'react';
import { Link } from 'react-router';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { pageOf } from '../ui/links';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { useToasts } from '../ui/Toasts';
import { Empty, Loaded } from '../ui/Waiting';
import { oneYear, type Kind } from './calls';
import { KindChoice } from './KindChoice';
import { useChanged } from './key';
import { RenewDialog } from './RightsActions';
import type { Expiring } from './types';
import { useExpiring } from './useRights';
import { whyExpiring } from './words';

/** Those whom nobody contacted for a year, or whose issues are all inactive (requirement S15). */
export default function OneYearPage() {
  const [kind, setKind] = useState<Kind>('person');
  const [mine, setMine] = useState(true);
  const query = useExpiring(kind, mine);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="One-year rule" />
          <p className="sub">
            Stakeholders are reference material: who was not contacted for a year, or is tied to
            inactive issues alone, is deleted thirty days after the owner was told, unless renewed
            with a reason.
          </p>
        </div>
      </div>
      <section className="card" aria-label="Entries that will be deleted">
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
            {query.data?.pages[0] ? showCount(query.data.pages[0].total, 'entry', 'entries') : ''}
          </span>
        </header>
        <Loaded query={query} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty icon="check" title={mine ? 'Nothing of yours is due' : 'Nothing is due'}>
                {mine && <p>Clear the box to see what others own.</p>}
              </Empty>
            ) : (
              <PagedTable
                query={query}
                className="usa-table stacks"
                head={
                  <>
                    <th scope="col">{kind === 'person' ? 'Person' : 'Organization'}</th>
                    <th scope="col">Why</th>
                    <th scope="col">Deleted on</th>
                    <th scope="col">Owner</th>
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

function Row({ kind, item }: { kind: Kind; item: Expiring }) {
  const [open, setOpen] = useState<'renew' | 'delete'>();
  const changed = useChanged();
  const toasts = useToasts();
  const done = (text: string) => {
    changed();
    setOpen(undefined);
    toasts.show({ text });
  };
  return (
    <tr>
      <th scope="row">
        <Link to={pageOf(`stk:${kind}`, item.id)}>{item.name}</Link>
        <span className="muted small below">{item.organization}</span>
      </th>
      <td>{whyExpiring(item.expiry.reason, item.lastContact)}</td>
      <td data-label="Deleted on">
        {item.expiry.deletion ? showDay(item.expiry.deletion) : 'Owner not told yet'}
        {item.expiry.warned && (
          <span className="muted small below">Owner told {showDay(item.expiry.warned)}</span>
        )}
      </td>
      <td>
        {item.owner.user.label}
        <span className="muted small below">{item.owner.component?.label}</span>
      </td>
      <td>
        <div className="actions">
          {item.allowed.includes('renew') && (
            <button
              type="button"
              className="usa-button small"
              aria-label={`Renew ${item.name}`}
              onClick={() => setOpen('renew')}
            >
              Renew
            </button>
          )}
          {item.allowed.includes('delete') && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              aria-label={`Delete ${item.name}`}
              onClick={() => setOpen('delete')}
            >
              Delete
            </button>
          )}
        </div>
        {open === 'renew' && (
          <RenewDialog
            kind={kind}
            id={item.id}
            name={item.name}
            onClose={() => setOpen(undefined)}
            onDone={done}
          />
        )}
        {open === 'delete' && (
          <ConfirmDialog
            title={`Delete ${item.name}?`}
            icon="trash"
            yes="Delete for good"
            no="Keep it"
            doing="Deleting…"
            act={async () => {
              await oneYear.delete(item.id, kind);
              done(`${item.name} is deleted.`);
            }}
            onClose={() => setOpen(undefined)}
          >
            The entry, its notes, private numbers and documents are gone for good, and what is left
            of them in files is erased. Interactions stay as figures.
          </ConfirmDialog>
        )}
      </td>
    </tr>
  );
}
