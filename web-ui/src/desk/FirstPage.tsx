import { Navigate, useLocation, useSearchParams } from 'react-router';
import { HomePage } from '../home/HomePage';
import { useSession } from '../session/SessionContext';
import { Skeleton } from '../ui/Waiting';
import { hasDesk, landingOf } from './landing';
import { MyDeskPage } from './MyDeskPage';
import { useDeskSections } from './useMyDesk';

/** React Router's name for the place where the application was opened, before anybody has gone anywhere. */
const OPENED_HERE = 'default';

/**
 * Where one comes to first: each role at what is theirs to do. Who has taskings has the desk; who has none, what there
 * is to see.
 */
export function FirstPage() {
  const { session } = useSession();
  const { key } = useLocation();
  const [params] = useSearchParams();
  const view = params.get('view');
  const landing = landingOf(session.roles);
  const sections = useDeskSections();

  if (view === 'overview') {
    return <HomePage />;
  }
  if (view !== null) {
    return <MyDeskPage />;
  }
  if (key === OPENED_HERE && landing !== '/') {
    return <Navigate to={landing} replace />;
  }
  if (sections.isPending) {
    return (
      <div className="page">
        <Skeleton lines={9} />
      </div>
    );
  }
  return hasDesk(sections.data?.sections ?? []) ? <MyDeskPage /> : <HomePage />;
}
