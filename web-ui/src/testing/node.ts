import type { Node } from '../api/types';

export function node(id: string, type: string, more: Partial<Node> = {}): Node {
  return {
    id,
    type,
    typeLabel: type,
    aspects: [],
    name: id,
    title: id,
    path: [],
    properties: {},
    contents: {},
    revision: 1,
    createdBy: 'clerk',
    createdAt: '2026-11-20T10:00:00Z',
    modifiedBy: 'clerk',
    modifiedAt: '2026-11-20T10:00:00Z',
    allowed: ['READ', 'WRITE', 'ADD_CHILD'],
    locked: false,
    ...more,
  };
}
