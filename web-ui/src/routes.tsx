import { createBrowserRouter } from 'react-router';
import { HomePage } from './home/HomePage';
import { DeskPage } from './intake/DeskPage';
import { SearchPage } from './search/SearchPage';
import { SessionGate } from './session/SessionGate';
import { Broken } from './ui/Broken';
import { NotFound } from './ui/NotFound';
import { Shell } from './ui/Shell';
import { Toasts } from './ui/Toasts';
import { Uploads } from './upload/Uploads';

export const router = createBrowserRouter([
  {
    element: (
      <SessionGate>
        <Toasts>
          <Uploads>
            <Shell />
          </Uploads>
        </Toasts>
      </SessionGate>
    ),
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: '/', element: <HomePage /> },
          { path: '/intake/:id?', element: <DeskPage /> },
          { path: '/search', element: <SearchPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
