import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hosting } from './api/client';
import { Problem } from './api/problem';
import { router } from './routes';
import { joinShare } from './share/page';
import { Pages } from './ui/Pages';
import './styles/fonts.css';
import './styles/uswds.scss';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/pages.css';
import './styles/response.css';
import './styles/routing.css';
import './styles/metrics.css';
import './styles/records.css';
import './styles/stakeholders.css';
import './styles/outreach.css';
import './styles/doubles.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Asked although the browser believes itself offline: the answer says so in words, instead of silence.
      networkMode: 'always',
      // What the server has decided is not asked again; what may have been an accident is.
      retry: (count, error) => count < 2 && error instanceof Problem && error.temporary,
      refetchOnWindowFocus: true,
    },
  },
});

if (hosting.share && !hosting.share.affirmThen) {
  joinShare(hosting.share, router);
}

const root = document.getElementById('app');
if (!root) {
  throw new Error('The page has no #app');
}
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Pages router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
