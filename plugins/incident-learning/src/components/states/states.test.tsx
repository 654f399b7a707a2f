import { ResponseError } from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EmptyState, ErrorState, LoadingState, NotInCatalog } from './index';

describe('ErrorState', () => {
  it("shows the server's own sentence and tries again", async () => {
    const error = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: {
            name: 'InputError',
            message: 'to is before from: give a later end of the period',
          },
          request: { method: 'GET', url: '/incidents' },
          response: { statusCode: 400 },
        }),
        { status: 400, headers: { 'content-type': 'application/json' } },
      ),
    );
    const onRetry = jest.fn();
    render(<ErrorState what="the incidents" error={error} onRetry={onRetry} />);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Could not load the incidents');
    expect(alert).toHaveTextContent('to is before from: give a later end');
    expect(alert).toHaveTextContent('400 InputError · GET /incidents');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('shows any other error by its message, without a button that does nothing', () => {
    render(
      <ErrorState what="the figures" error={new Error('Failed to fetch')} />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Failed to fetch');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

it('says what is loading, whatever its shape', () => {
  render(
    <>
      <LoadingState what="incidents" variant="table" />
      <LoadingState what="figures" variant="cards" />
      <LoadingState what="the incident" variant="detail" />
    </>,
  );
  expect(
    screen.getAllByRole('status').map(status => status.textContent),
  ).toEqual(['Loading incidents', 'Loading figures', 'Loading the incident']);
});

it('says what to do when there is nothing', () => {
  render(
    <>
      <EmptyState
        title="No incidents yet"
        description="Declare the first one."
        action={<button>Declare</button>}
      />
      <NotInCatalog />
    </>,
  );
  expect(screen.getByText('No incidents yet')).toBeVisible();
  expect(screen.getByText('Declare the first one.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Declare' })).toBeVisible();
  expect(screen.getByText('Not in catalog')).toBeVisible();
});
