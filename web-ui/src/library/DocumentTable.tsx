import { useState } from 'react';
import { Link } from 'react-router';
import type { Node } from '../api/types';
import { titleOf } from '../node/titleOf';
import { RecordChip } from '../node/RecordChip';
import { correctionsAmong } from '../records/RelationsNotice';
import { StateChip } from '../ui/Chip';
import { Icon, type IconName } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { showDay, showMedia, showSize } from '../ui/show';

type Column = 'name' | 'kind' | 'date' | 'size' | 'modified' | 'by';

const COLUMNS: readonly [Column, string][] = [
  ['name', 'Name'],
  ['kind', 'Kind'],
  ['date', 'Date of the letter'],
  ['size', 'Size'],
  ['modified', 'Changed'],
  ['by', 'By'],
];

const FOLDER_ICONS: Record<string, IconName> = {
  'cor:caseFolder': 'folder',
  'cor:caseFile': 'file',
};

function isFolder(node: Node): boolean {
  return !('cm:content' in node.contents) && node.type !== 'cor:document';
}

function valueOf(node: Node, column: Column): string | number {
  const content = node.contents['cm:content'];
  switch (column) {
    case 'name':
      return titleOf(node).toLowerCase();
    case 'kind':
      return isFolder(node) ? node.typeLabel : showMedia(content?.mediaType);
    case 'date':
      return String(node.properties['cor:letterDate'] ?? '');
    case 'size':
      return content?.size ?? -1;
    case 'modified':
      return Date.parse(node.modifiedAt);
    case 'by':
      return node.modifiedBy;
  }
}

/** Folders and documents with what is known of each; sorted by any column, folders first. */
export function DocumentTable({ nodes }: { nodes: Node[] }) {
  const [by, setBy] = useState<Column>('name');
  const [down, setDown] = useState(false);
  // Columns with nothing in them only take room.
  const columns = COLUMNS.filter(
    ([column]) =>
      column !== 'date' || nodes.some((n) => n.properties['cor:letterDate'] !== undefined),
  );
  const sorted = [...nodes].sort((a, b) => {
    const folders = Number(isFolder(b)) - Number(isFolder(a));
    if (folders !== 0) {
      return folders;
    }
    const x = valueOf(a, by);
    const y = valueOf(b, by);
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
    return down ? -order : order;
  });
  const corrections = correctionsAmong(nodes);
  return (
    <div className="table-wrap">
      <table className="usa-table sortable">
        <thead>
          <tr>
            {columns.map(([column, label]) => (
              <th
                key={column}
                scope="col"
                className={column === 'size' ? 'number' : undefined}
                aria-sort={column === by ? (down ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  onClick={() => {
                    setDown(column === by ? !down : false);
                    setBy(column);
                  }}
                >
                  {label}
                  {column === by && <span aria-hidden="true">{down ? ' ↓' : ' ↑'}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((node) => (
            <Row
              key={node.id}
              node={node}
              columns={columns.map(([column]) => column)}
              corrections={corrections.get(node.id) ?? []}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { node: Node; columns: Column[]; corrections: string[] }) {
  const { node, columns } = props;
  const content = node.contents['cm:content'];
  const state = node.properties['cor:intakeState'];
  const folder = isFolder(node);
  const pages = node.properties['cor:pageCount'];
  return (
    <tr>
      <th scope="row">
        <Link to={pageOf(node.type, node.id)} className="with-icon">
          <Icon name={folder ? (FOLDER_ICONS[node.type] ?? 'folder') : 'letter'} />
          <span>{titleOf(node)}</span>
        </Link>
        {titleOf(node) !== node.title && <span className="file-name muted small">{node.name}</span>}
        <RecordChip node={node} />
        {props.corrections.map((text) => (
          <span key={text} className="muted small file-name">
            {text}
          </span>
        ))}
        {node.locked && (
          <span className="chip warm plain">
            <Icon name="lock" /> Locked
          </span>
        )}
        {typeof state === 'string' && state !== 'filed' && <StateChip state={state} />}
      </th>
      <td className="nowrap">
        {folder ? node.typeLabel : showMedia(content?.mediaType)}
        {typeof pages === 'number' && pages > 0 && (
          <span className="muted small"> · {pages} p.</span>
        )}
      </td>
      {columns.includes('date') && (
        <td className="nowrap">{showDay(node.properties['cor:letterDate'])}</td>
      )}
      <td className="number">{content ? showSize(content.size) : ''}</td>
      <td className="nowrap">{showDay(node.modifiedAt)}</td>
      <td>{node.modifiedBy}</td>
    </tr>
  );
}
