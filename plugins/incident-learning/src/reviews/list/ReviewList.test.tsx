import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  SAMPLE_USER,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { ReviewsPage } from '../ReviewsPage';

const PAGE = '/incident-learning/reviews';

/** One review that waits for the reader's answer, and one that nobody leads. */
async function apiWithReviews() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const { id } = await api.createReview({
    incidentIds: ['incident-1', 'incident-2'],
    facilitator: 'user:default/ada',
    participants: [{ entityRef: SAMPLE_USER, role: 'responder' }],
    feedbackDueAt: '2024-06-30T12:00:00Z',
  });
  await api.moveReview(id, { to: 'gathering' });
  await api.createReview({
    incidentIds: ['incident-3'],
    title: 'The full disk',
    participants: [],
  });
  return api;
}

describe('ReviewList', () => {
  it('shows where each review stands, by when, and what it waits for', async () => {
    await renderView(<ReviewsPage />, {
      api: await apiWithReviews(),
      path: PAGE,
    });

    const table = await screen.findByRole('table', { name: 'Reviews' });
    const [, second, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('2 incidents');
    expect(first).toHaveTextContent('Your feedback is asked');
    expect(first).toHaveTextContent('Gathering feedback');
    expect(first).toHaveTextContent('Feedback due30 Jun 2024, 12:00 UTCLate');
    expect(second).toHaveTextContent('Nobody leads it yet');
    expect(
      within(second).getByRole('link', { name: 'The full disk' }),
    ).toHaveAttribute('href', '/incident-learning/reviews/review-2');
  });

  it('filters by what the address says, and keeps there what is picked', async () => {
    await renderView(<ReviewsPage />, {
      api: await apiWithReviews(),
      path: `${PAGE}?state=scheduled&state=nonsense`,
    });

    expect(await screen.findByText('1 review')).toBeVisible();
    expect(screen.getByText('The full disk')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove the filter State: Scheduled',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Waits for me' }));
    await waitFor(() =>
      expect(screen.queryByText('The full disk')).not.toBeInTheDocument(),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `${PAGE}?waitsForMe=true`,
    );
    await userEvent.type(screen.getByLabelText('Search'), 'xylophone{Enter}');
    expect(await screen.findByText('No review matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('2 reviews')).toBeVisible();
  });

  it('says what to do where there is none, and tries again after an error', async () => {
    const api = new FakeLearningApi({ incidents: sampleIncidents() });
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await renderView(<ReviewsPage />, { api, path: PAGE });

    expect(await screen.findByText('Could not load the reviews')).toBeVisible();
    api.failWith();
    for (const button of screen.getAllByRole('button', { name: 'Retry' })) {
      await userEvent.click(button);
    }
    expect(await screen.findByText('No reviews yet')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to the incidents' }),
    ).toHaveAttribute('href', '/incident-learning/incidents');
  });
});
