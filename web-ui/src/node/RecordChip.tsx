import type { Node } from '../api/types';
import { Icon } from '../ui/Icon';
import { showMoment } from '../ui/show';

/** Says that a node is a declared record, and of which number. */
export function RecordChip({ node }: { node: Node }) {
  const record = node.record;
  if (!record) {
    return null;
  }
  return (
    <span
      className="chip plain"
      title={`Declared ${showMoment(record.declaredAt)} by ${record.declaredBy}. Nobody can change, move or delete it.`}
    >
      <Icon name="seal" /> Record {record.recordId}
    </span>
  );
}
