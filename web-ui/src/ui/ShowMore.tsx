import type { ReactNode } from 'react';
import { useKeptFocus } from './useKeptFocus';

/** What of a list that comes page by page tells how to get the next. */
interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The way to a list's next page, while there is one. */
export function ShowMore(props: { query: Paged; children?: ReactNode }) {
  const { query } = props;
  return (
    query.hasNextPage && (
      <div className="more-row no-print">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? 'Loading…' : 'Show more'}
        </button>
        {props.children}
      </div>
    )
  );
}

/** A table that comes page by page. */
export function PagedTable(props: {
  query: Paged;
  className?: string;
  /** The cells of its head. */
  head: ReactNode;
  /** Its rows so far. */
  children: ReactNode;
}) {
  const kept = useKeptFocus<HTMLDivElement>();
  return (
    <>
      <div className="table-wrap" {...kept}>
        <table className={props.className ?? 'usa-table'}>
          <thead>
            <tr>{props.head}</tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </div>
      <ShowMore query={props.query} />
    </>
  );
}
