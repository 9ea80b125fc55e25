import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../api/types';
import { renderPages } from '../testing/around';
import { node } from '../testing/node';
import { CITIZEN, CITIZEN_SOURCE, CONGRESS, route, tasking } from '../testing/routing';
import { serve, type Sent } from '../testing/server';
import { RoutingPart } from './RoutingPart';

// The drawing needs a browser that lays things out.
vi.mock('../routing/BpmnDiagram', () => ({ default: () => <p>The drawing</p> }));

afterEach(() => vi.unstubAllGlobals());

const MESSAGE: Message = {
  id: 'm1',
  caseFile: { id: 'f1', number: '2026-000119', subject: 'Delay of a grant' },
  from: { name: 'drafter', label: 'Dana Drafter' },
  to: [{ name: 'clerk', label: 'A Clerk' }],
  text: 'Has she written before?',
  at: '2026-11-20T10:00:00Z',
  read: false,
};

function file(routes = [route()]): Sent[] {
  const messages = [{ ...MESSAGE }];
  return serve(({ method, path }) => {
    if (method === 'POST' && path === '/case-files/f1/routes')
      return { status: 201, body: route() };
    if (method === 'POST' && path === '/messages/m1/read') {
      messages[0] = { ...MESSAGE, read: true };
      return { body: messages[0] };
    }
    if (method === 'POST' && path.endsWith('/messages')) return { status: 201, body: MESSAGE };
    if (path === '/case-files/f1/routes') return { body: { items: routes } };
    if (path === '/case-files/f1/taskings') {
      return {
        body: {
          items: [
            tasking('t1', { route: 'r1', step: 'draft', stepName: 'Draft' }),
            tasking('t0', { state: 'done', outcomeLabel: 'Done', allowed: [] }),
          ],
        },
      };
    }
    if (path === '/case-files/f1/messages') return { body: { items: messages } };
    if (path === '/case-files/f1/clearances') {
      const asked = { authority: 'GROUP_A', label: 'Counsel', form: 'cwf:commentTask' };
      return {
        body: {
          rounds: [
            {
              asked: [
                {
                  ...asked,
                  tasking: 'c1',
                  due: '2026-11-27',
                  state: 'done',
                  outcome: 'non-concur',
                  comment: 'We cannot promise a date.',
                },
                { ...asked, tasking: 'c2', label: 'FEMA', due: '2026-11-27', state: 'open' },
              ],
              summary: { concur: 0, concurWithComment: 0, nonConcur: 1, outstanding: 1 },
            },
          ],
        },
      };
    }
    if (path.startsWith('/templates/')) return { body: CITIZEN_SOURCE };
    if (path === '/templates') return { body: { items: [CITIZEN, CONGRESS] } };
    if (path.startsWith('/authorities')) {
      return {
        body: {
          items: [{ name: 'GROUP_COMPONENT_FEMA', label: 'Emergency Management', kind: 'GROUP' }],
        },
      };
    }
    if (path.includes('/children')) return { body: { items: [] } };
    return undefined;
  });
}

const FILE = node('f1', 'cor:caseFile', {
  properties: { 'cor:source': 'congress', 'cor:component': ['FEMA'] },
});

const open = (at = '/') =>
  renderPages(
    [{ path: '/', element: <RoutingPart file={FILE} part={node('p1', 'cor:routingPart')} /> }],
    at,
  );

describe('the routing of a case file', () => {
  it('tells in words where the route stands, beside the drawing', async () => {
    file();
    open();
    expect(await screen.findByText('At: Draft.')).toBeInTheDocument();
    expect(await screen.findByText('The drawing')).toBeInTheDocument();
    const steps = within(screen.getByRole('list', { name: 'The steps of Citizen letter' }));
    const [assign, draft, sign] = steps.getAllByRole('listitem');
    expect(assign).toHaveTextContent('Assigndone');
    expect(draft).toHaveAttribute('aria-current', 'step');
    expect(sign).toHaveTextContent('not yet');
  });

  it('starts the route that fits the source, led by the component of the file, with one key', async () => {
    const sent = file([]);
    open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Start a route' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Start the route' })).toHaveFocus(),
    );
    expect(screen.getByRole('radio', { name: /Congressional inquiry/ })).toBeChecked();
    expect(screen.getByText('Emergency Management')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(sent.find((request) => request.method === 'POST')).toMatchObject({
        path: '/case-files/f1/routes',
        body: { template: 'congressionalInquiry', lead: 'GROUP_COMPONENT_FEMA' },
      }),
    );
  });

  it('marks messages that are new, and tells the server that they have been read', async () => {
    const sent = file();
    open();
    expect(await screen.findByText('1 new')).toBeInTheDocument();
    expect(sent.some((request) => request.path === '/messages/m1/read')).toBe(false);
    await userEvent.click(screen.getByRole('tab', { name: /Messages/ }));
    await waitFor(() =>
      expect(sent.some((request) => request.path === '/messages/m1/read')).toBe(true),
    );
    // It keeps its mark while one reads it.
    await waitFor(() => expect(screen.queryByText('1 new')).not.toBeInTheDocument());
    expect(screen.getByText('New')).toBeInTheDocument();
  });

  it('answers a message', async () => {
    const sent = file();
    open('/?routing=messages');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Answer' }));
    await user.type(screen.getByLabelText('Message'), 'Twice.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(
        sent.find((request) => request.path === '/case-files/f1/messages' && request.body),
      ).toMatchObject({ body: { to: ['drafter'], text: 'Twice.' } }),
    );
  });

  it('puts the clearances side by side, with what is outstanding', async () => {
    file();
    open('/?routing=clearances');
    expect(await screen.findByText('We cannot promise a date.')).toBeInTheDocument();
    expect(screen.getByText('1 non-concur')).toBeInTheDocument();
    expect(screen.getByText('Outstanding')).toBeInTheDocument();
  });
});
