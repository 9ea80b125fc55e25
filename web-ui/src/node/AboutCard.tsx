import { useState } from 'react';
import type { Node } from '../api/types';
import { RetentionPanel } from '../records/RetentionCard';
import { Tabs } from '../ui/Tabs';
import { History } from './History';
import { PropertiesPanel } from './PropertiesCard';
import { Versions } from './Versions';

/** What is known of a node, beside what is in it. */
export function AboutCard(props: {
  node: Node;
  label: string;
  /** Whether it has versions to be looked at. */
  versioned?: boolean;
  /** Whether how long it is kept is told here, and not in a card of its own. */
  retention?: boolean;
  className?: string;
}) {
  const { node, label, versioned, retention } = props;
  const [side, setSide] = useState('properties');
  return (
    <section className={props.className ?? 'card'} aria-label={label}>
      <Tabs
        label={label}
        tabs={[
          { key: 'properties', label: 'Properties' },
          ...(versioned ? [{ key: 'versions', label: 'Versions' }] : []),
          ...(retention ? [{ key: 'kept', label: 'Kept until' }] : []),
          { key: 'history', label: 'History' },
        ]}
        current={side}
        onChange={setSide}
      >
        <div className="body">
          {side === 'properties' && <PropertiesPanel node={node} />}
          {side === 'versions' && <Versions node={node} />}
          {side === 'kept' && <RetentionPanel id={node.id} />}
          {side === 'history' && <History id={node.id} />}
        </div>
      </Tabs>
    </section>
  );
}
