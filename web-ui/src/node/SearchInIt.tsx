import { Link } from 'react-router';
import type { Node } from '../api/types';
import { Icon } from '../ui/Icon';

/** Goes to a search of what lies below a node. */
export function SearchInIt({ node }: { node: Node }) {
  return (
    <Link
      className="usa-button usa-button--outline small no-print"
      to={`/search?${new URLSearchParams({ within: node.id, in: node.title }).toString()}`}
    >
      <Icon name="search" />
      Search in it
    </Link>
  );
}
