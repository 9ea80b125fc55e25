import { describe, expect, it } from 'vitest';
import { newPersonOf, personOf } from './who';

describe('a name as it is typed', () => {
  it.each([
    ['Jane Roe', '', 'Jane', 'Roe'],
    ['roe, jane', '', 'Jane', 'Roe'],
    ['Dr. Mary Ann de la Cruz', 'Dr.', 'Mary Ann de la', 'Cruz'],
    ['de la Cruz, Mary', '', 'Mary', 'de la Cruz'],
    ['roe', '', '', 'Roe'],
    ['  Jane   Roe ', '', 'Jane', 'Roe'],
  ])('%s', (text, salutation, firstName, lastName) => {
    expect(personOf(text)).toMatchObject({ salutation, firstName, lastName });
  });

  it('is sent without what is empty, and with where they work', () => {
    const sent = newPersonOf({ ...personOf('Jane Roe'), position: 'Mayor' }, 'o', 'FEMA', false);
    expect(sent.person).toEqual({
      salutation: undefined,
      firstName: 'Jane',
      lastName: 'Roe',
      position: 'Mayor',
    });
    expect(sent.affiliations).toEqual([{ organization: 'o', role: 'Mayor' }]);
    expect(sent.confirmed).toBeUndefined();
  });
});
