import { Link } from 'react-router';

export interface Crumb {
  name: string;
  to?: string;
}

export function Crumbs({ trail }: { trail: Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Where you are">
      <ol className="nolist">
        {trail.map((crumb, i) => (
          <li key={i}>{crumb.to ? <Link to={crumb.to}>{crumb.name}</Link> : crumb.name}</li>
        ))}
      </ol>
    </nav>
  );
}
