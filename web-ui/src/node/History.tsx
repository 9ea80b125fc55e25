import { useInfiniteQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import { actionLabel } from '../ledger/labels';
import { showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';

/** What was done to a node, from the ledger. */
export function History({ id }: { id: string }) {
  const query = useInfiniteQuery({
    queryKey: ['history', id],
    queryFn: ({ pageParam }) => api.nodes.history(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
  });
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.items);
        if (entries.length === 0) {
          return <Empty icon="history" title="Nothing is recorded yet" />;
        }
        return (
          <>
            <ol className="history nolist">
              {entries.map((entry, i) => (
                <li key={i}>
                  <strong>{actionLabel(entry.action)}</strong>
                  <span>{entry.displayName}</span>
                  <time className="muted small" dateTime={entry.at}>
                    {showMoment(entry.at)}
                  </time>
                </li>
              ))}
            </ol>
            {query.hasNextPage && (
              <button
                type="button"
                className="usa-button usa-button--outline small"
                onClick={() => void query.fetchNextPage()}
              >
                Show more
              </button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
