import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import { Empty, Loaded } from '../ui/Waiting';
import { markWords } from './words';

/** The recognised text, page by page. */
export function TextPages({ id, words }: { id: string; words: readonly string[] }) {
  const text = useQuery({
    queryKey: ['text', id],
    queryFn: ({ signal }) => api.nodes.text(id, signal),
    staleTime: 60_000,
  });
  return (
    <Loaded query={text}>
      {(all) => {
        const pages = all.split('\f').filter((page, i, list) => page.trim() || i < list.length - 1);
        if (!all.trim()) {
          return (
            <Empty icon="file" title="No text was found">
              <p>The pages may be blank, or hold only pictures or handwriting.</p>
            </Empty>
          );
        }
        return (
          <div className="text-pages">
            {pages.map((page, i) => (
              <article key={i} aria-label={`Text of page ${i + 1}`}>
                {pages.length > 1 && <h3 className="eyebrow">Page {i + 1}</h3>}
                <p>
                  {markWords(page.trim(), words).map((part, j) =>
                    part.hit ? <mark key={j}>{part.text}</mark> : part.text,
                  )}
                </p>
              </article>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}
