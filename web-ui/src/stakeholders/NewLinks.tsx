import { Link } from 'react-router';
import { Icon } from '../ui/Icon';

/** The ways to enter somebody new. */
export function NewLinks() {
  return (
    <div className="actions no-print">
      <Link to="/stakeholders/people/new" className="usa-button">
        <Icon name="plus" />
        New person
      </Link>
      <Link to="/stakeholders/organizations/new" className="usa-button usa-button--outline">
        <Icon name="plus" />
        New organization
      </Link>
    </div>
  );
}
