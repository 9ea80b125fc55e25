import { Link } from 'react-router';
import { PageTitle } from './PageTitle';
import { Icon } from './Icon';

/** The same page for what is hidden and for what never was (requirement P4). */
export function NotFound() {
  return (
    <div className="page">
      <div className="card empty">
        <Icon name="search" />
        <PageTitle title="There is nothing here" />
        <p>
          There is nothing at this address that you can see. If somebody sent you the link, ask them
          whether it is complete, and whether it is meant for you.
        </p>
        <p>
          <Link to="/">Go to the desk</Link> or <Link to="/search">search</Link>.
        </p>
      </div>
    </div>
  );
}
