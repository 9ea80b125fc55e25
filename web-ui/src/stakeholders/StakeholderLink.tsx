import { Link } from 'react-router';
import { Icon } from '../ui/Icon';
import type { Kind } from './types';

/** The way to the page of an organization or a person. */
export function StakeholderLink(props: { kind: Kind; id: string; name: string }) {
  return (
    <Link
      to={`/stakeholders/${props.kind === 'person' ? 'people' : 'organizations'}/${props.id}`}
      className="with-icon"
    >
      <Icon name={props.kind === 'person' ? 'person' : 'building'} />
      <span>{props.name}</span>
    </Link>
  );
}
