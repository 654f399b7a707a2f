import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { ReviewAction, ReviewMarkTag, useReviewMark } from './IncidentReview';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';

function IncidentParts({ incident }: { incident: Incident }) {
  const mark = useReviewMark(incident.id);
  return (
    <>
      <ReviewMarkTag mark={mark} />
      <ReviewAction incident={incident} mark={mark} />
    </>
  );
}

async function renderParts() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const incident = await api.getIncident('incident-1');
  const show = () =>
    renderView(<IncidentParts incident={incident} />, {
      api,
      path: '/incident-learning/incidents/incident-1',
    });
  return { api, show };
}

it('starts a review of several incidents and goes to it', async () => {
  const { api, show } = await renderParts();
  await show();

  expect(await screen.findByText('Needs a review')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Start review' }));
  const dialog = screen.getByRole('dialog', { name: 'Start a review' });
  await userEvent.type(
    within(dialog).getByLabelText('Add another incident', {
      selector: 'input',
    }),
    'full disk',
  );
  await userEvent.click(
    await screen.findByRole('option', { name: /postings delayed/ }),
  );
  await userEvent.type(
    within(dialog).getByLabelText('Facilitator', { selector: 'input' }),
    'user:default/ada',
  );
  await userEvent.type(
    within(dialog).getByLabelText('Add a participant', { selector: 'input' }),
    'user:default/bob{Enter}',
  );
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Start review' }),
  );

  expect(
    await screen.findByText('/incident-learning/reviews/review-1'),
  ).toBeVisible();
  expect(await api.getReview('review-1')).toMatchObject({
    incidentIds: ['incident-1', 'incident-3'],
    facilitator: 'user:default/ada',
    participants: [{ entityRef: 'user:default/bob', role: 'participant' }],
  });
});

it('leads to the review that an incident is in, and tells why another cannot start', async () => {
  const { api, show } = await renderParts();
  const first = await show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Start review' }),
  );
  // Somebody else is faster.
  await api.createReview({ incidentIds: ['incident-1'], title: 'Theirs' });
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', {
      name: 'Start review',
    }),
  );
  expect(
    await screen.findByText(/in the open review “Theirs” already/),
  ).toBeVisible();
  first.unmount();

  await show();
  expect(await screen.findByText('In review')).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Open the review' }),
  ).toHaveAttribute('href', '/incident-learning/reviews/review-1');
});
