import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import type { Node, Route, Template } from '../api/types';
import { useDraft } from '../session/useDraft';
import { useSession } from '../session/SessionContext';
import { useAction } from '../ui/useAction';
import { askedBy, missingOf, newRoute, NO_ROUTE, templateFor, type RouteForm } from './asks';
import { useRoutingChanged } from './useRouting';

/** Who leads unless somebody else is chosen: the component whose file it is, else that of the person. */
export function useUsualLead(file: Pick<Node, 'properties'> | undefined) {
  const { session } = useSession();
  const named = file?.properties['cor:component'];
  const component = (Array.isArray(named) ? named[0] : named) ?? session.components[0];
  const group = component ? `GROUP_COMPONENT_${String(component)}` : undefined;
  return useQuery({
    queryKey: ['authorities', 'component', group],
    queryFn: async () => {
      const { items } = await api.permissions.authorities(String(component));
      const found = items.find((one) => one.name === group);
      return { name: group ?? '', label: found?.label ?? String(component) };
    },
    enabled: group !== undefined && file !== undefined,
    staleTime: 60_000,
  });
}

/** A route that is being prepared for a case file: the usual is chosen, what was typed before comes back. */
export function useRouteForm(
  file: Pick<Node, 'id' | 'properties'>,
  templates: readonly Template[],
  lead: RouteForm['lead'],
  onStarted: (route: Route) => void,
) {
  const start: RouteForm = {
    ...NO_ROUTE,
    template: templateFor(file.properties['cor:source'], templates)?.key,
    lead,
  };
  const draft = useDraft<RouteForm>(`route:${file.id}`, start);
  const changed = useRoutingChanged();
  const [tried, setTried] = useState(false);
  const key = useRef(newKey());
  const form = draft.value;
  const asked = askedBy(templates.find((one) => one.key === form.template));
  const action = useAction(async () => {
    setTried(true);
    if (missingOf(form, asked)) {
      return;
    }
    const route = await api.routes.start(file.id, newRoute(form, asked), key.current);
    draft.drop(start);
    changed();
    onStarted(route);
  });
  return {
    form,
    tried,
    action,
    change: (part: Partial<RouteForm>) => {
      // Another request than the one before needs another key.
      key.current = newKey();
      draft.set({ ...form, ...part });
    },
  };
}
