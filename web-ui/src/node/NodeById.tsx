import { Fragment, type ReactNode } from 'react';
import type { Node } from '../api/types';
import { Loaded } from '../ui/Waiting';
import { useNode } from './useNode';

/** A page of one node, begun anew for each; one that is not there takes the whole page. */
export function NodeById(props: {
  id: string | undefined;
  lines: number;
  children: (node: Node) => ReactNode;
}) {
  const query = useNode(props.id);
  return (
    <Loaded query={query} page lines={props.lines}>
      {(node) => <Fragment key={node.id}>{props.children(node)}</Fragment>}
    </Loaded>
  );
}
