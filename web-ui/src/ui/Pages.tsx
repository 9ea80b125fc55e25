import { RouterProvider, type RouterProviderProps } from 'react-router';

/** The pages of the application, one at a time. */
export function Pages({ router }: Pick<RouterProviderProps, 'router'>) {
  // As a transition the page that is left would live on until the next has been loaded; what comes in for it meanwhile
  // could take somebody back who has gone.
  return <RouterProvider router={router} useTransitions={false} />;
}
