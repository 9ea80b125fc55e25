import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPages } from '../testing/around';
import { stakeholderEntries } from './all';
import { SECTIONS } from './capability';
import { StakeholdersNav } from './StakeholdersNav';

const ROUTES = [{ path: '*', element: <StakeholdersNav /> }];

describe('the navigation of the stakeholders', () => {
  it('shows the sections, and the pages of the one where one is', () => {
    renderPages(ROUTES, '/stakeholders/duplicates/1/2');
    const sections = screen.getByRole('navigation', { name: 'Stakeholders' });
    expect(
      within(sections)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual([...SECTIONS]);
    expect(within(sections).getByRole('link', { name: 'Upkeep' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    const pages = screen.getByRole('navigation', { name: 'Upkeep' });
    expect(within(pages).getByRole('link', { name: 'Duplicates' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    expect(within(pages).queryByRole('link', { name: 'Lists' })).toBeNull();
  });

  it('tells the list of people from the pages whose addresses begin the same', () => {
    renderPages(ROUTES, '/stakeholders/gaps');
    expect(screen.getByRole('link', { name: 'People' })).not.toHaveAttribute('aria-current');
    expect(screen.getByRole('link', { name: 'Analysis' })).toHaveAttribute('aria-current', 'true');
  });

  it('knows a page by its address with a slash at the end, too', () => {
    renderPages(ROUTES, '/stakeholders/');
    expect(screen.getByRole('link', { name: 'People' })).toHaveAttribute('aria-current', 'true');
    expect(screen.getByRole('link', { name: 'People and organizations' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  it('leads to every page within two steps', () => {
    expect(new Set(stakeholderEntries.map((entry) => entry.to)).size).toBe(
      stakeholderEntries.length,
    );
    for (const section of SECTIONS) {
      expect(stakeholderEntries.some((entry) => entry.section === section)).toBe(true);
    }
  });
});
