import { Route, Routes } from 'react-router-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  SAMPLE_USER,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { FeedbackPage } from '../FeedbackPage';
import { ReviewPage } from '../ReviewPage';

async function askedReview() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const people = [SAMPLE_USER, 'user:default/ada', 'user:default/bob'];
  const { id } = await api.createReview({
    incidentIds: ['incident-1'],
    facilitator: 'user:default/ada',
    participants: people.map(entityRef => ({ entityRef, role: 'responder' })),
  });
  await api.moveReview(id, { to: 'gathering' });
  const show = (path: string) =>
    renderView(
      <Routes>
        <Route path="/incident-learning/reviews">
          <Route path=":id" element={<ReviewPage />} />
          <Route path=":id/feedback" element={<FeedbackPage />} />
        </Route>
      </Routes>,
      { api, path: `/incident-learning/reviews/${id}${path}` },
    );
  return { api, id, show };
}

it('asks every question, and sends what was answered anonymously', async () => {
  const { api, id, show } = await askedReview();
  const shown = await show('');
  expect(await screen.findByText(/your feedback is asked/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Give feedback' }));

  expect(await screen.findByLabelText('What went well?')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/answer at least one/)).toBeVisible();
  await userEvent.type(
    screen.getByLabelText('What surprised you?'),
    'Nobody knew of the chain',
  );
  await userEvent.click(
    within(
      screen.getByRole('radiogroup', { name: /change your work/ }),
    ).getByRole('radio', { name: 'Yes' }),
  );
  await userEvent.click(screen.getByRole('radio', { name: '4' }));
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Answer anonymously' }),
  );
  expect(screen.getByText(/nothing links them/)).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Send anonymously' }),
  );
  expect(await screen.findByText('Thank you')).toBeVisible();
  expect(await api.getFeedback(id)).toMatchObject({
    answered: 1,
    answers: [],
    withheld: 1,
  });
  shown.unmount();

  await show('/feedback');
  expect(await screen.findByText('No answer of yours is open')).toBeVisible();
});

it('shows the answers with their counts, and takes them into the review', async () => {
  const { api, id, show } = await askedReview();
  await api.giveFeedback(
    id,
    {
      answers: {
        wentWell: 'The second gateway',
        suggestedActions: 'Watch the expiry\nof every certificate',
        learnedSomething: true,
        responseRating: 4,
      },
    },
    'user:default/ada',
  );
  await api.giveFeedback(
    id,
    { answers: { lessons: 'Chains count', learnedSomething: false } },
    'user:default/bob',
  );
  await show('');

  expect(await screen.findByText('2 of 3 answered')).toBeVisible();
  expect(screen.getByText('50.0 %, 1 of 2')).toBeVisible();
  expect(screen.getByText('mean 4.0 of 5, n 1')).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Add to “What went well”' }),
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Make it a lesson' }),
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Make it an idea' }),
  );

  expect(screen.getByRole('textbox', { name: 'What went well' })).toHaveValue(
    '- The second gateway',
  );
  expect(
    await screen.findByRole('listitem', { name: 'Lesson 1' }),
  ).toBeVisible();
  await waitFor(async () =>
    expect(await api.listActions({ review: id })).toMatchObject({
      items: [
        {
          title: 'Watch the expiry',
          description: 'Watch the expiry\nof every certificate',
          status: 'idea',
        },
      ],
    }),
  );
  expect(screen.getAllByRole('button', { name: 'Taken over' })).toHaveLength(3);
});
