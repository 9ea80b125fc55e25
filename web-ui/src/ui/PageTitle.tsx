import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** The heading of a page: names the window, and takes the focus when one comes to the page. */
export function PageTitle({ title, hidden }: { title: string; hidden?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const how = useNavigationType();
  const first = useRef(true);

  useEffect(() => {
    document.title = `${title} · Chancery`;
  }, [title]);

  useEffect(() => {
    // Nothing is moved where the page itself holds the focus, or has given it to something more useful.
    const within = document.getElementById('main')?.contains(document.activeElement);
    if (!(first.current && how === 'POP') && !within) {
      heading.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [pathname, how]);

  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? 'visually-hidden' : undefined}>
      {title}
    </h1>
  );
}
