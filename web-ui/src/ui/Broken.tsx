import { useRouteError } from 'react-router';

/** When a page of ours fails: says so, and offers the one thing that helps. */
export function Broken() {
  const error = useRouteError();
  console.error(error);
  return (
    <main className="page">
      <h1>This page has failed</h1>
      <p>
        That is our fault, not yours. What the server had acknowledged is safe. Load the page again;
        if it fails again, tell your administrator what you were doing.
      </p>
      <button type="button" className="usa-button" onClick={() => window.location.reload()}>
        Load the page again
      </button>
    </main>
  );
}
