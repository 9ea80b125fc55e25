import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { renderPages } from '../testing/around';
import { Loaded } from './Waiting';

function show(second: Problem, page: boolean) {
  let answers = 0;
  function Page() {
    const query = useQuery({
      queryKey: ['thing'],
      queryFn: () => (answers++ === 0 ? Promise.resolve('Secret plan') : Promise.reject(second)),
    });
    return (
      <>
        <button onClick={() => void query.refetch()}>Again</button>
        <Loaded query={query} page={page}>
          {(thing) => <p>{thing}</p>}
        </Loaded>
      </>
    );
  }
  renderPages([{ path: '/', element: <Page /> }], '/');
}

describe('what is loaded', () => {
  it('is shown no more when it is gone, or may be seen no more', async () => {
    show(new Problem(404, 'not-found', 'Not found', ''), true);
    expect(await screen.findByText('Secret plan')).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Again' }));
    expect(await screen.findByText('There is nothing here')).toBeInTheDocument();
    expect(screen.queryByText('Secret plan')).not.toBeInTheDocument();
  });

  it('stays when the server cannot be reached for a moment', async () => {
    show(Problem.offline(), true);
    expect(await screen.findByText('Secret plan')).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Again' }));
    expect(screen.getByText('Secret plan')).toBeInTheDocument();
  });
});
