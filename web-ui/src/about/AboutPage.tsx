import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import { PageTitle } from '../ui/PageTitle';
import { showCode } from '../ui/show';
import { Loaded } from '../ui/Waiting';

export default function AboutPage() {
  const query = useQuery({ queryKey: ['health'], queryFn: api.health, refetchInterval: 10_000 });
  return (
    <div className="page narrow">
      <div className="page-head">
        <div>
          <PageTitle title="About Chancery" />
          <p className="sub">
            Correspondence tracking, stakeholder engagement and records management for an office and
            for a department.
          </p>
        </div>
      </div>
      <section className="card" aria-label="Health">
        <header>
          <h2>Health</h2>
          {query.data && (
            <span className={query.data.status === 'up' ? 'chip open' : 'chip quarantined'}>
              {query.data.status === 'up' ? 'All is well' : 'Something is wrong'}
            </span>
          )}
        </header>
        <Loaded query={query} lines={4}>
          {({ checks }) => (
            <table className="usa-table">
              <thead>
                <tr>
                  <th scope="col">Part</th>
                  <th scope="col">State</th>
                  <th scope="col">Detail</th>
                </tr>
              </thead>
              <tbody>
                {checks.map((check) => (
                  <tr key={check.name}>
                    <th scope="row">{showCode(check.name)}</th>
                    <td>
                      <span className={check.status === 'up' ? 'chip open' : 'chip quarantined'}>
                        {check.status === 'up' ? 'Working' : 'Not working'}
                      </span>
                    </td>
                    <td>{check.detail}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </section>
    </div>
  );
}
