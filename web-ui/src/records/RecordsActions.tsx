import { useState } from 'react';
import type { Node } from '../api/types';
import { useSession } from '../session/SessionContext';
import { Icon } from '../ui/Icon';
import { AddCorrectionDialog } from './AddCorrectionDialog';
import { ApplySeriesDialog } from './ApplySeriesDialog';
import { HoldDialog } from './HoldDialog';
import { ReleaseItemDialog } from './ReleaseDialog';
import { SupersedeDialog, UnneededDialog } from './SupersedeDialog';
import { useRetention } from './useRecords';

type Open = 'correction' | 'series' | 'hold' | 'release' | 'supersede' | 'unneeded';

/** Whether a series can be applied at it: a case folder, or a folder of the library or of case folders. */
function appliable(node: Node): boolean {
  return node.type === 'cor:caseFolder' || (node.type === 'cm:folder' && node.path.length > 1);
}

function holdable(node: Node): boolean {
  return (
    ['cor:caseFolder', 'cor:caseFile'].includes(node.type) ||
    'cm:content' in node.contents ||
    (node.type === 'cm:folder' && node.path.length > 1)
  );
}

/** What can be done to how long an item is kept; only what this person may do is shown. */
export function RecordsActions({ node }: { node: Node }) {
  const { can } = useSession();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const retention = useRetention(node.id).data;
  const event = retention?.series?.cutoffEvent;
  const ends = (what: string) =>
    event === what && can('CHANGE') && node.allowed.includes('WRITE') && !retention?.cutoffOn;
  const correctable = node.record !== undefined && 'cm:content' in node.contents;
  const button = (
    what: Open,
    icon: 'plus' | 'scale' | 'stop' | 'check' | 'history',
    label: string,
  ) => (
    <button
      type="button"
      className="usa-button usa-button--outline small"
      onClick={() => setOpen(what)}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <>
      {can('RECEIVE') && correctable && button('correction', 'plus', 'Add correction')}
      {can('APPLY_SERIES') && appliable(node) && button('series', 'scale', 'Apply series')}
      {ends('superseded') && button('supersede', 'history', 'Superseded')}
      {ends('no-longer-needed') && button('unneeded', 'check', 'No longer needed')}
      {can('PLACE_HOLDS') && holdable(node) && button('hold', 'stop', 'Hold')}
      {can('PLACE_HOLDS') &&
        retention !== undefined &&
        retention.holds.length > 0 &&
        button('release', 'check', 'Release')}
      {open === 'correction' && <AddCorrectionDialog node={node} onClose={close} />}
      {open === 'series' && <ApplySeriesDialog node={node} onClose={close} />}
      {open === 'hold' && <HoldDialog items={[node]} onClose={close} />}
      {open === 'release' && <ReleaseItemDialog node={node} onClose={close} />}
      {open === 'supersede' && <SupersedeDialog node={node} onClose={close} />}
      {open === 'unneeded' && <UnneededDialog node={node} onClose={close} />}
    </>
  );
}
