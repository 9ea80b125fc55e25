import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as api from '../api/calls';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { showDay, showSize } from '../ui/show';
import { PagedTable } from '../ui/ShowMore';
import { Empty, Loaded } from '../ui/Waiting';
import { RecordsNav } from './RecordsNav';
import { finalAction } from './words';

/** What stays of what was disposed of: numbers, series, days and sums, no words (requirement R6). */
export default function StubsPage() {
  const { can } = useSession();
  return can('REVIEW_RECORDS') ? <Stubs /> : <NotFound />;
}

function Stubs() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const query = useInfiniteQuery({
    queryKey: ['records', 'stubs', q],
    queryFn: ({ pageParam }) => api.records.stubs(q, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setParams(typed.trim() ? { q: typed.trim() } : {});
  };
  return (
    <div className="page">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title="What was disposed of" />
          <p className="sub">
            Of each folder destroyed or transferred a stub stays, which nobody changes.
          </p>
        </div>
      </div>
      <section className="card" aria-label="Stubs">
        <header className="no-print">
          <form className="find-stub" role="search" aria-label="Stubs" onSubmit={submit}>
            <div className="filter">
              <Icon name="search" />
              <input
                className="usa-input"
                type="search"
                aria-label="A number, a series or an accession"
                placeholder="A number, a series or an accession"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
            <button type="submit" className="usa-button usa-button--outline small">
              Find
            </button>
          </form>
        </header>
        <Loaded query={query} lines={6}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty icon="folderOpen" title={q ? `No stub for “${q}”` : 'Nothing was disposed of'}>
                {q && <p>Try a part of the number, or the series’ code.</p>}
              </Empty>
            ) : (
              <PagedTable
                query={query}
                head={
                  <>
                    <th scope="col">What it was</th>
                    <th scope="col">Series</th>
                    <th scope="col">From, to</th>
                    <th scope="col" className="number">
                      Documents
                    </th>
                    <th scope="col">Disposed of</th>
                    <th scope="col">Disposition</th>
                  </>
                }
              >
                {items.map((stub) => (
                  <tr key={stub.id}>
                    <th scope="row">
                      <Link to={`/records/disposed/${stub.id}`}>{stub.name}</Link>
                      {stub.numbers.length > 0 && (
                        <span className="muted small below">{stub.numbers.join(', ')}</span>
                      )}
                    </th>
                    <td>
                      {stub.series}
                      <span className="muted small below">{stub.authority}</span>
                    </td>
                    <td className="nowrap">
                      {[...new Set([stub.from, stub.to].filter(Boolean).map(showDay))].join(' – ')}
                    </td>
                    <td className="number">
                      {stub.documents.toLocaleString('en-US')}
                      <span className="muted small below nowrap">{showSize(stub.bytes)}</span>
                    </td>
                    <td>
                      <span className="nowrap">{showDay(stub.disposedAt)}</span>
                      <span className="muted small below">
                        {finalAction(stub.action)}
                        {stub.accession && `, accession ${stub.accession}`}
                      </span>
                    </td>
                    <td className="nowrap">
                      {stub.disposition && (
                        <Link to={`/records/dispositions/${stub.disposition.id}`}>
                          {stub.disposition.number}
                        </Link>
                      )}
                    </td>
                  </tr>
                ))}
              </PagedTable>
            );
          }}
        </Loaded>
      </section>
    </div>
  );
}
