import { describe, expect, it } from 'vitest';
import { CITIZEN, CONGRESS } from '../testing/routing';
import { askedBy, missingOf, newRoute, NO_ROUTE, templateFor } from './asks';

const COMMENT = { ...CITIZEN, key: 'draftForComment', needs: ['lead', 'commenters'] as const };

describe('the template that is proposed', () => {
  it('is that of an inquiry when Congress has written, else that of a citizen', () => {
    const all = [CITIZEN, CONGRESS];
    expect(templateFor('congress', all)?.key).toBe('congressionalInquiry');
    expect(templateFor('public', all)?.key).toBe('citizenLetter');
    expect(templateFor(undefined, all)?.key).toBe('citizenLetter');
  });

  it('is some other when an office has neither', () => {
    expect(templateFor('congress', [{ ...CITIZEN, key: 'own' }])?.key).toBe('own');
    expect(templateFor('congress', [])).toBeUndefined();
  });
});

describe('what is sent to start a route', () => {
  const lead = { name: 'GROUP_COMPONENT_FEMA', label: 'FEMA' };
  const commenters = [{ name: 'GROUP_COMPONENT_OGC', label: 'Counsel' }];

  it('is only what the template asks for', () => {
    const form = { ...NO_ROUTE, template: 'citizenLetter', lead, commenters, due: '2026-12-01' };
    expect(newRoute(form, askedBy(CITIZEN))).toEqual({
      template: 'citizenLetter',
      lead: 'GROUP_COMPONENT_FEMA',
      due: '2026-12-01',
    });
  });

  it('says what is missing', () => {
    const asked = askedBy({ needs: [...COMMENT.needs] });
    expect(missingOf(NO_ROUTE, asked)).toBe('Choose a template.');
    expect(missingOf({ ...NO_ROUTE, template: 'x', commenters }, asked)).toBe(
      'Choose who leads it.',
    );
    expect(missingOf({ ...NO_ROUTE, template: 'x', lead }, asked)).toBe(
      'Choose who is asked for comments.',
    );
    expect(missingOf({ ...NO_ROUTE, template: 'x', lead, commenters }, asked)).toBeUndefined();
  });
});
