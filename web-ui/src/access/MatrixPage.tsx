import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import type { PermissionMatrix } from '../api/types';
import { useSession } from '../session/SessionContext';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { Loaded } from '../ui/Waiting';

/** The report of what each role may do at all (requirement P1). */
export default function MatrixPage() {
  const { can } = useSession();
  return can('REVIEW_ACCESS') ? <Matrix /> : <NotFound />;
}

function Matrix() {
  const query = useQuery({
    queryKey: ['permission-matrix'],
    queryFn: api.access.matrix,
    staleTime: Infinity,
  });
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageTitle title="Permission matrix" />
          <p className="sub">
            What each role lets its holder do at all. On which files and documents is decided by
            their permissions: a request must pass both.
          </p>
        </div>
        <div className="actions no-print">
          <a className="usa-button usa-button--outline" href={api.access.matrixCsvUrl()} download>
            Download as CSV
          </a>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => window.print()}
          >
            Print
          </button>
        </div>
      </div>
      <Loaded query={query} lines={14}>
        {(matrix) => (
          <>
            <Table matrix={matrix} />
            <Routes matrix={matrix} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Table({ matrix }: { matrix: PermissionMatrix }) {
  return (
    <section className="card" aria-label="Capabilities by role">
      <div className="table-wrap">
        <table className="usa-table matrix">
          <thead>
            <tr>
              <th scope="col">May</th>
              {matrix.roles.map((role) => (
                <th scope="col" key={role.name}>
                  {role.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.capabilities.map((line) => (
              <tr key={line.name}>
                <th scope="row">{line.description}</th>
                {matrix.roles.map((role) => (
                  <td key={role.name}>
                    {line.roles.includes(role.name) ? (
                      <>
                        <span aria-hidden="true">●</span>
                        <span className="visually-hidden">yes</span>
                      </>
                    ) : (
                      <span className="visually-hidden">no</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const ACCESS = {
  open: 'Everyone',
  'signed-in': 'Whoever has signed in',
  affirmed: 'Whoever has affirmed the responsibilities',
  capability: '',
} as const;

function Routes({ matrix }: { matrix: PermissionMatrix }) {
  return (
    <details className="card">
      <summary>What each address of the interface asks for ({matrix.routes.length})</summary>
      <div className="table-wrap">
        <table className="usa-table">
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Asks for</th>
            </tr>
          </thead>
          <tbody>
            {matrix.routes.map((route) => (
              <tr key={route.method + route.path}>
                <th scope="row" className="mono">
                  {route.method} {route.path}
                </th>
                <td>
                  {route.access === 'capability'
                    ? matrix.capabilities.find((line) => line.name === route.capability)
                        ?.description
                    : ACCESS[route.access]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
