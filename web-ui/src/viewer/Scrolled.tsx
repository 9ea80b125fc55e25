import type { ReactNode } from 'react';

/** What may be longer than its place: the keyboard scrolls it, too. */
export function Scrolled({ name, children }: { name: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="picture" tabIndex={0} aria-label={`What stands in ${name}`}>
      {children}
    </section>
  );
}
