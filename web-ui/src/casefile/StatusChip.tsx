import type { Node } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';

export function StatusChip({ file }: { file: Node }) {
  const schema = useSchema();
  const status = file.properties['cor:status'];
  if (status === undefined) {
    return null;
  }
  return (
    <span className={status === 'open' ? 'chip open' : 'chip'}>
      {showValue(schema.data?.property('cor:status'), status)}
    </span>
  );
}
