/** The page that shows a node of this type. */
export function pageOf(type: string, id: string): string {
  switch (type) {
    case 'cor:caseFolder':
      return `/case-folders/${id}`;
    case 'cor:caseFile':
      return `/case-files/${id}`;
    case 'cor:document':
    case 'cm:content':
      return `/documents/${id}`;
    case 'cm:folder':
      return `/library/${id}`;
    case 'stk:person':
      return `/stakeholders/people/${id}`;
    case 'stk:interaction':
      return `/stakeholders/interactions/${id}`;
    case 'stk:event':
      return `/stakeholders/events/${id}`;
    case 'stk:organization':
      return `/stakeholders/organizations/${id}`;
    default:
      return `/nodes/${id}`;
  }
}
