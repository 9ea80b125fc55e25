import { Navigate, useParams } from 'react-router';
import { useNode } from '../node/useNode';
import { pageOf } from '../ui/links';
import { Loaded } from '../ui/Waiting';

/** The way to the page of something whose kind is not known yet. */
export default function OfPage() {
  const { id } = useParams();
  const query = useNode(id);
  return (
    <Loaded query={query} page lines={8}>
      {(node) => <Navigate to={pageOf(node.type, node.id)} replace />}
    </Loaded>
  );
}
