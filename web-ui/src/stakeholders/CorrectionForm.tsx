import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { NotFound } from '../ui/NotFound';
import { PageTitle } from '../ui/PageTitle';
import type { Stakeholder } from './types';
import type { useCorrection } from './useCorrection';

/** The page around the fields that are corrected. */
export function CorrectionForm(props: {
  name: string;
  /** Where it leads back to. */
  page: string;
  whom: Stakeholder;
  correction: Pick<ReturnType<typeof useCorrection>, 'moved' | 'save'>;
  children: ReactNode;
}) {
  const { moved, save } = props.correction;
  if (!props.whom.allowed.includes('correct')) {
    return <NotFound />;
  }
  return (
    <div className="page stakeholder-form">
      <Crumbs
        trail={[
          { name: 'Stakeholders', to: '/stakeholders' },
          { name: props.name, to: props.page },
        ]}
      />
      <div className="page-head">
        <div>
          <PageTitle title={`Correct ${props.name}`} />
          <p className="sub">
            Owned by {props.whom.owner.user.label}; anybody may correct it. The ledger keeps who
            did, and when.
          </p>
        </div>
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {save.problem && <ProblemAlert problem={save.problem} />}
        {moved && (
          <Alert kind="warning" title="Somebody has changed this entry meanwhile">
            {moved.length > 0
              ? `Theirs is shown where you have typed nothing: ${moved.join(', ')}. `
              : 'None of the fields here is another than before. '}
            Look it over, and save once more.
          </Alert>
        )}
        {props.children}
        <div className="actions form-end">
          <button type="submit" className="usa-button" disabled={save.busy}>
            {save.busy ? 'Saving…' : 'Save'}
          </button>
          <Link to={props.page} className="usa-button usa-button--outline">
            Cancel
          </Link>
        </div>
      </form>
    </div>
  );
}
