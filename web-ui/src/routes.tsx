import { lazy } from 'react';
import { createBrowserRouter, createHashRouter } from 'react-router';
import { hosting } from './api/client';
import { CaseFilePage } from './casefile/CaseFilePage';
import { CaseFolderListPage } from './casefile/CaseFolderListPage';
import { CaseFolderPage } from './casefile/CaseFolderPage';
import { FirstPage } from './desk/FirstPage';
import { DocumentPage } from './document/DocumentPage';
import { DeskPage } from './intake/DeskPage';
import { LibraryPage } from './library/LibraryPage';
import { NodePage } from './node/NodePage';
import { QuickEntry } from './outreach/QuickEntry';
import { SearchPage } from './search/SearchPage';
import { SessionGate } from './session/SessionGate';
import { stakeholderRoutes } from './stakeholders/all';
import { Broken } from './ui/Broken';
import { NotFound } from './ui/NotFound';
import { Shell } from './ui/Shell';
import { Toasts } from './ui/Toasts';
import { Uploads } from './upload/Uploads';

const LedgerPage = lazy(() => import('./ledger/LedgerPage'));
const BehindPage = lazy(() => import('./metrics/BehindPage'));
const MetricsPage = lazy(() => import('./metrics/MetricsPage'));
const IntegrityPage = lazy(() => import('./integrity/IntegrityPage'));
const TemplatesPage = lazy(() => import('./templates/TemplatesPage'));
const AccountsPage = lazy(() => import('./access/AccountsPage'));
const PasswordPage = lazy(() => import('./access/PasswordPage'));
const MatrixPage = lazy(() => import('./access/MatrixPage'));
const FileAccessPage = lazy(() => import('./access/FileAccessPage'));
const FilePlanPage = lazy(() => import('./records/FilePlanPage'));
const HoldsPage = lazy(() => import('./records/HoldsPage'));
const HoldPage = lazy(() => import('./records/HoldPage'));
const RecordsDeskPage = lazy(() => import('./records/RecordsDeskPage'));
const DispositionsPage = lazy(() => import('./records/DispositionsPage'));
const DispositionPage = lazy(() => import('./records/DispositionPage'));
const TransferPage = lazy(() => import('./records/TransferPage'));
const StubsPage = lazy(() => import('./records/StubsPage'));
const StubPage = lazy(() => import('./records/StubPage'));
const ReportsPage = lazy(() => import('./records/ReportsPage'));
const AboutPage = lazy(() => import('./about/AboutPage'));

/** In Share the addresses before the # are Share's own. */
const createRouter = hosting.share ? createHashRouter : createBrowserRouter;

export const router = createRouter([
  {
    element: (
      <SessionGate>
        <Toasts>
          <Uploads>
            <QuickEntry>
              <Shell />
            </QuickEntry>
          </Uploads>
        </Toasts>
      </SessionGate>
    ),
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: '/', element: <FirstPage /> },
          { path: '/intake/:id?', element: <DeskPage /> },
          { path: '/case-folders', element: <CaseFolderListPage /> },
          { path: '/case-folders/:id', element: <CaseFolderPage /> },
          { path: '/case-files/:id', element: <CaseFilePage /> },
          { path: '/case-files/:id/access', element: <FileAccessPage /> },
          { path: '/documents/:id', element: <DocumentPage /> },
          { path: '/library/:id?', element: <LibraryPage /> },
          { path: '/nodes/:id', element: <NodePage /> },
          { path: '/search', element: <SearchPage /> },
          { path: '/templates/:key?', element: <TemplatesPage /> },
          { path: '/metrics', element: <MetricsPage /> },
          { path: '/records', element: <RecordsDeskPage /> },
          { path: '/records/dispositions', element: <DispositionsPage /> },
          { path: '/records/dispositions/:id', element: <DispositionPage /> },
          { path: '/records/transfers/:id', element: <TransferPage /> },
          { path: '/records/disposed', element: <StubsPage /> },
          { path: '/records/disposed/:id', element: <StubPage /> },
          { path: '/records/reports', element: <ReportsPage /> },
          { path: '/records/file-plan', element: <FilePlanPage /> },
          { path: '/records/holds', element: <HoldsPage /> },
          { path: '/records/holds/:id', element: <HoldPage /> },
          ...stakeholderRoutes,
          { path: '/metrics/:name/taskings', element: <BehindPage /> },
          { path: '/ledger', element: <LedgerPage /> },
          { path: '/integrity', element: <IntegrityPage /> },
          { path: '/accounts', element: <AccountsPage /> },
          { path: '/password', element: <PasswordPage /> },
          { path: '/permission-matrix', element: <MatrixPage /> },
          { path: '/about', element: <AboutPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
