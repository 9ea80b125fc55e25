import { useState } from 'react';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import { useAction } from '../ui/useAction';
import * as calls from './calls';
import type { Import } from './contract';
import { useTaken } from './useImports';

/** What each column means, with its first values; the guess, or what was said for the last such file. */
export function MappingCard({ of }: { of: Import }) {
  const taken = useTaken();
  const [fields, setFields] = useState(of.fields);
  const map = useAction(async () => taken(await calls.map(of.id, fields)));
  const again = useAction(async (how: Parameters<typeof calls.readAgain>[1]) =>
    taken(await calls.readAgain(of.id, how)),
  );
  const columns = of.file?.columns ?? [];
  const sheets = of.file?.sheets ?? [];
  const busy = map.busy || again.busy;
  return (
    <section className="card" aria-label="Columns">
      <header>
        <h2>{columns.length > 0 ? 'What the columns mean' : 'Ready to be compared'}</h2>
        {sheets.length > 1 && (
          <label className="sort">
            <span className="muted small">Sheet</span>
            <select
              className="usa-select"
              value={of.file?.sheet ?? ''}
              disabled={busy}
              onChange={(event) => again.run({ sheet: event.target.value, hidden: of.hidden })}
            >
              {sheets.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        )}
        {of.file?.format === 'xlsx' && (
          <label className="sort">
            <input
              type="checkbox"
              checked={of.hidden}
              disabled={busy}
              onChange={(event) =>
                again.run({ sheet: of.file?.sheet, hidden: event.target.checked })
              }
            />
            <span className="muted small">Read hidden rows and columns, too</span>
          </label>
        )}
      </header>
      <div className="body">
        {map.problem && <ProblemAlert problem={map.problem} />}
        {again.problem && <ProblemAlert problem={again.problem} />}
        {of.remembered && (
          <Alert kind="info" announce={false}>
            A file with these headings was imported before; its columns are read as they were then.
          </Alert>
        )}
      </div>
      {columns.length > 0 ? (
        <div className="table-wrap">
          <table className="usa-table">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">First values</th>
                <th scope="col">Means</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column, i) => (
                <tr key={i}>
                  <th scope="row">{column}</th>
                  <td className="muted">
                    {of.sample
                      .map((row) => row[i])
                      .filter(Boolean)
                      .slice(0, 3)
                      .join(' · ')}
                  </td>
                  <td>
                    <select
                      className="usa-select"
                      aria-label={`Column ${column} means`}
                      value={fields[i] ?? ''}
                      onChange={(event) =>
                        setFields((before) =>
                          columns.map((_, at) =>
                            at === i ? event.target.value : (before[at] ?? ''),
                          ),
                        )
                      }
                    >
                      <option value="">Left out</option>
                      {of.choices.map((choice) => (
                        <option key={choice.code} value={choice.code}>
                          {choice.title}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="body">
          {of.file?.format === 'ical'
            ? 'A calendar: its events and those who were invited are read.'
            : 'Address cards say themselves what their fields are.'}
        </p>
      )}
      <div className="body actions">
        <button type="button" className="usa-button" disabled={busy} onClick={() => map.run()}>
          <Icon name="right" />
          {map.busy ? 'One moment…' : 'Compare the rows'}
        </button>
      </div>
    </section>
  );
}
