import { screen } from '@testing-library/react';
import {
  FakeLearningApi,
  SAMPLE_USER,
  renderView,
  sampleIncidents,
} from '../__testUtils__';
import { WaitingReviews } from './WaitingReviews';

it('leads to what waits: the review to its facilitator, the form to those asked', async () => {
  const api = new FakeLearningApi({ incidents: sampleIncidents() });
  await api.createReview({
    incidentIds: ['incident-1'],
    title: 'Led',
    facilitator: SAMPLE_USER,
    participants: [],
  });
  const asked = await api.createReview({
    incidentIds: ['incident-2'],
    title: 'Asked',
    facilitator: 'user:default/ada',
    participants: [{ entityRef: SAMPLE_USER, role: 'responder' }],
  });
  await api.moveReview(asked.id, { to: 'gathering' });
  await api.createReview({ incidentIds: ['incident-3'], title: 'Others' });
  const shown = await renderView(<WaitingReviews />, { api });

  expect(await screen.findByRole('link', { name: 'Led' })).toHaveAttribute(
    'href',
    '/incident-learning/reviews/review-1',
  );
  expect(screen.getByRole('link', { name: 'Asked' })).toHaveAttribute(
    'href',
    '/incident-learning/reviews/review-2/feedback',
  );
  expect(screen.queryByText('Others')).not.toBeInTheDocument();
  shown.unmount();

  await renderView(<WaitingReviews />, {
    api: new FakeLearningApi({ incidents: sampleIncidents() }),
  });
  expect(await screen.findByText('No review waits for you')).toBeVisible();
});
