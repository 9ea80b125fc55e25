import { useState } from 'react';
import type { Node } from '../api/types';
import { useSchema } from '../model/useSchema';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { PropertyEditor } from './PropertyEditor';
import { PropertyFacts } from './PropertyFacts';
import { may, useNodeChanged } from './useNode';

/** Properties to read, and to change for whoever may. */
export function PropertiesPanel({ node }: { node: Node }) {
  const schema = useSchema();
  const changed = useNodeChanged();
  const { drafts } = useSession();
  // A draft left by a session that ended is taken up where it was.
  const [editing, setEditing] = useState(() => drafts.read(`node:${node.id}`) !== undefined);
  if (editing && schema.data) {
    return (
      <PropertyEditor
        node={node}
        schema={schema.data}
        onCancel={() => setEditing(false)}
        onSaved={(saved) => {
          changed(saved);
          setEditing(false);
        }}
      />
    );
  }
  return (
    <>
      <PropertyFacts node={node} />
      {may(node, 'WRITE') && (
        <div className="actions panel-actions no-print">
          <button
            type="button"
            className="usa-button usa-button--outline small"
            onClick={() => setEditing(true)}
          >
            <Icon name="edit" />
            Change
          </button>
        </div>
      )}
    </>
  );
}
