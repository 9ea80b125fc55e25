import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import OrganizationPage from '../stakeholders/OrganizationPage';
import PersonPage from '../stakeholders/PersonPage';
import { person } from '../stakeholders/samples';
import { renderPages } from '../testing/around';
import { serve } from '../testing/server';

const ROUTES = [
  { path: '/stakeholders/people/:id', element: <PersonPage /> },
  { path: '/stakeholders/organizations/:id', element: <OrganizationPage /> },
  { path: '/stakeholders/duplicates/:one/:other', element: <p>Side by side</p> },
];

describe('merging somebody from their page', () => {
  it('asks for the other entry, leaves oneself out, and leads to both side by side', async () => {
    const found = (id: string, name: string) => ({
      id,
      kind: 'person',
      name,
      place: { city: 'Mobile', state: 'AL' },
      knownBy: [],
      issues: [],
      doNotContact: false,
    });
    serve(({ path }) =>
      path === '/people/p1'
        ? { body: person() }
        : path.startsWith('/stakeholders?')
          ? { body: { total: 2, items: [found('p1', 'Ada Hartwell'), found('p2', 'A. Hartwel')] } }
          : path.startsWith('/people/p1/timeline') || path.startsWith('/people/p1/merges')
            ? { body: { items: [] } }
            : undefined,
    );
    const router = renderPages(ROUTES, '/stakeholders/people/p1');
    const keys = userEvent.setup();
    await keys.click(await screen.findByRole('button', { name: 'Merge with…' }));
    const dialog = screen.getByRole('dialog');
    await keys.click(within(dialog).getByRole('button', { name: 'Side by side' }));
    expect(within(dialog).getByText('Choose a person.')).toBeInTheDocument();
    await keys.type(within(dialog).getByRole('combobox', { name: /The other entry/ }), 'hart');
    const options = await within(dialog).findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['A. HartwelMobile, AL']);
    await keys.keyboard('{Enter}');
    await keys.click(within(dialog).getByRole('button', { name: 'Side by side' }));
    await waitFor(() =>
      expect(router.state.location.pathname).toBe('/stakeholders/duplicates/p1/p2'),
    );
  });
});

describe('the address of an entry that was merged away', () => {
  it('says so, and leads to the entry that is left', async () => {
    serve(({ path }) =>
      path === '/duplicates/merges/p9/left'
        ? { body: { id: 'p1', kind: 'person', name: 'Ada Hartwell' } }
        : undefined,
    );
    renderPages(ROUTES, '/stakeholders/people/p9');
    expect(await screen.findByRole('heading', { name: 'This entry was merged' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ada Hartwell' })).toHaveAttribute(
      'href',
      '/stakeholders/people/p1',
    );
  });

  it('says nothing where the other entry is not theirs to see', async () => {
    serve(() => undefined);
    renderPages(ROUTES, '/stakeholders/organizations/p9');
    expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  });
});
