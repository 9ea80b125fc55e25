import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import * as api from '../api/calls';
import type { FilePlanEntry } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showCount, showDay, showMoment } from '../ui/show';
import { Empty, Loaded } from '../ui/Waiting';
import { FilePlanDialog } from './FilePlanDialog';
import { RecordsNav } from './RecordsNav';
import { useFilePlan } from './useRecords';
import { finalAction, period } from './words';

/** The file plan (requirement R1): every series, what is kept under it, and every version of the plan. */
export default function FilePlanPage() {
  const { can } = useSession();
  const query = useFilePlan();
  const [changing, setChanging] = useState(false);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash && query.data) {
      document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
    }
  }, [hash, query.data]);
  return (
    <div className="page">
      <RecordsNav />
      <div className="page-head">
        <div>
          <PageTitle title="File plan" />
          <p className="sub">
            What is kept how long, by whose authority, and what is done with it then.
          </p>
        </div>
        <div className="actions no-print">
          {can('KEEP_FILE_PLAN') && (
            <button type="button" className="usa-button small" onClick={() => setChanging(true)}>
              <Icon name="upload" />
              Change the plan…
            </button>
          )}
          <a className="usa-button usa-button--outline small" href={api.filePlan.csvUrl()} download>
            <Icon name="download" />
            Download as CSV
          </a>
        </div>
      </div>
      <div className="stack">
        <section className="card" aria-label="Series">
          <header>
            <h2>Series</h2>
          </header>
          <Loaded query={query} lines={8}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty icon="scale" title="The plan has no series yet">
                  <p>Upload a table with one row for each series.</p>
                </Empty>
              ) : (
                <Series items={items} />
              )
            }
          </Loaded>
        </section>
        <Versions />
      </div>
      {changing && <FilePlanDialog onClose={() => setChanging(false)} />}
    </div>
  );
}

function Series({ items }: { items: FilePlanEntry[] }) {
  return (
    <div className="table-wrap">
      <table className="usa-table file-plan">
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Kept</th>
            <th scope="col">Then</th>
            <th scope="col">Authority</th>
            <th scope="col" className="number">
              Applied at
            </th>
            <th scope="col" className="number">
              Folders
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ series, folders, applied, outdated }) => (
            <tr key={series.code} id={series.code}>
              <th scope="row">
                {series.title} <span className="muted small nowrap">{series.code}</span>
                <span className="muted small why">{series.why}</span>
              </th>
              <td>
                <span className={series.permanence === 'permanent' ? 'chip open' : 'chip warm'}>
                  {series.permanence === 'permanent' ? 'Permanent' : 'Temporary'}
                </span>
                <span className="below">{period(series)}</span>
              </td>
              <td>{finalAction(series.finalAction)}</td>
              <td>
                {series.authority}
                <span className="muted small below">
                  {series.authorityStatus === 'approved'
                    ? 'approved'
                    : 'an example, not an approved authority'}
                  {series.sourceChecked && `; looked up ${showDay(series.sourceChecked)}`}
                </span>
              </td>
              <td className="number">{applied.toLocaleString('en-US')}</td>
              <td className="number">
                {folders.toLocaleString('en-US')}
                {outdated > 0 && (
                  <span className="muted small below">
                    {showCount(outdated, 'folder')} still computed anew
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Versions() {
  const query = useQuery({
    queryKey: ['records', 'file-plan', 'versions'],
    queryFn: api.filePlan.versions,
  });
  return (
    <section className="card" aria-label="Versions">
      <header>
        <h2>Versions</h2>
      </header>
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <div className="table-wrap">
            <table className="usa-table">
              <thead>
                <tr>
                  <th scope="col">Version</th>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">Why</th>
                  <th scope="col">
                    <span className="visually-hidden">The table</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((version) => (
                  <tr key={version.label}>
                    <th scope="row">{version.label}</th>
                    <td className="nowrap">{showMoment(version.at)}</td>
                    <td>{version.by.label}</td>
                    <td>{version.reason}</td>
                    <td className="no-print">
                      <a
                        href={api.filePlan.csvUrl(version.label)}
                        download
                        aria-label={`Version ${version.label} as CSV`}
                      >
                        CSV
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </section>
  );
}
