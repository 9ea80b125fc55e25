import { useState } from 'react';
import { ComponentChoice, IssueChoice } from '../reach/Choosers';
import { StakeholdersNav } from '../stakeholders/StakeholdersNav';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import { TextField } from '../ui/TextField';
import { exports } from './calls';

/** People as files, for administrators alone (requirement P10). */
export default function ExportPage() {
  const { can } = useSession();
  return can('EXPORT_STAKEHOLDERS') ? <Exporting /> : <NotFound />;
}

function Exporting() {
  const [component, setComponent] = useState('');
  const [state, setState] = useState('');
  const [issue, setIssue] = useState('');
  const url = (format: 'vcard' | 'csv') =>
    exports.peopleUrl({
      format,
      component,
      state: state.trim().toUpperCase(),
      issue,
    });
  return (
    <div className="page">
      <StakeholdersNav />
      <div className="page-head">
        <div>
          <PageTitle title="Export" />
          <p className="sub">
            Taking stakeholders out of the system is off for all but administrators. Each export,
            with how many it held, is in the ledger. Who asked not to be contacted is left out.
          </p>
        </div>
      </div>
      <section className="card" aria-label="Whom to export">
        <div className="body">
          <div className="fields two">
            <ComponentChoice value={component} onChange={setComponent} />
            <IssueChoice value={issue} onChange={setIssue} />
            <TextField
              label="State"
              hint="Two letters, such as TX. All when empty."
              max={2}
              value={state}
              onChange={setState}
            />
          </div>
          <div className="actions">
            <a className="usa-button" href={url('csv')} download>
              <Icon name="download" />
              Spreadsheet (CSV)
            </a>
            <a className="usa-button usa-button--outline" href={url('vcard')} download>
              <Icon name="download" />
              Address book (vCard)
            </a>
          </div>
        </div>
      </section>
    </div>
  );
}
