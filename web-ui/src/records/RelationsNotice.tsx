import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import * as api from '../api/calls';
import type { Node, Related } from '../api/types';
import { Icon } from '../ui/Icon';
import { pageOf } from '../ui/links';
import { showDay } from '../ui/show';

/** Says what corrects or supersedes a document, and what it corrects or supersedes. */
export function RelationsNotice({ node }: { node: Node }) {
  const relations = useQuery({
    queryKey: ['node', node.id, 'relations'],
    queryFn: () => api.nodes.relations(node.id),
  }).data;
  if (!relations) {
    return null;
  }
  const rows: [string, Related][] = [
    ...relations.correctedBy.map((each): [string, Related] => ['Corrected by', each]),
    ...(relations.corrects ? [['Corrects', relations.corrects] as [string, Related]] : []),
    ...(relations.supersededBy
      ? [['Superseded by', relations.supersededBy] as [string, Related]]
      : []),
    ...relations.supersedes.map((each): [string, Related] => ['Supersedes', each]),
  ];
  if (rows.length === 0) {
    return null;
  }
  return (
    <ul className="relations" aria-label="Corrections">
      {rows.map(([what, other]) => (
        <li key={what + other.id}>
          <Icon name="link" />
          <span>
            {what} <Link to={pageOf('cor:document', other.id)}>{other.name}</Link>
            <span className="muted small">
              {' '}
              {other.createdBy}, {showDay(other.createdAt)}
              {other.recordId && ` · Record ${other.recordId}`}
            </span>
            {other.reason && <span className="reason">{other.reason}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What corrects what among the items of one list: a few words for each, by its id. */
export function correctionsAmong(nodes: Node[]): Map<string, string[]> {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  const words = new Map<string, string[]>();
  const say = (id: string, text: string) => words.set(id, [...(words.get(id) ?? []), text]);
  for (const node of nodes) {
    const of = node.properties['rec:correctionOf'];
    if (typeof of === 'string') {
      say(node.id, `Corrects ${names.get(of) ?? 'a record elsewhere'}`);
      if (names.has(of)) {
        say(of, `Corrected by ${node.name}`);
      }
    }
  }
  return words;
}
