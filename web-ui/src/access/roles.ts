import { useQuery } from '@tanstack/react-query';
import * as api from '../api/calls';
import type { RoleHeld, RoleName } from '../api/types';

/** Every role there is, with what people read. */
export function useRoles(): readonly RoleName[] {
  const query = useQuery({
    queryKey: ['capabilities'],
    queryFn: api.access.capabilities,
    staleTime: Infinity,
  });
  return query.data?.roles ?? [];
}

/** "Clerk (FEMA)", "Administrator". */
export function roleName(held: RoleHeld, roles: readonly RoleName[]): string {
  const label = roles.find(({ name }) => name === held.role)?.label ?? held.role;
  return held.component ? `${label} (${held.component})` : label;
}
