import { Route, Routes } from 'react-router-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { ReviewPage } from '../ReviewPage';

async function publishedReview() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const { id } = await api.createReview({
    incidentIds: ['incident-1'],
    title: 'The expired certificate',
    facilitator: 'user:default/ada',
    participants: [{ entityRef: 'user:default/bob', role: 'responder' }],
  });
  await api.moveReview(id, { to: 'gathering' });
  await api.moveReview(id, { to: 'drafting' });
  await api.saveReviewSection(id, 'summary', 0, 'Payments **failed**.');
  await api.saveRootCauses(id, 0, [
    {
      id: 'cause',
      statement: 'Nothing watches expiry',
      type: 'process',
      role: 'primary',
      factors: [],
      evidence: [{ text: 'Gateway log', url: 'https://logs.example.org/1' }],
    },
  ]);
  await api.createLesson({ statement: 'Watch expiry', reviewId: id });
  await api.createAction({ title: 'Alert on expiry', reviewId: id });
  await api.moveReview(id, { to: 'in-review' });
  await api.moveReview(id, { to: 'published' });
  const show = () =>
    renderView(
      <Routes>
        <Route path="/incident-learning/reviews/:id" element={<ReviewPage />} />
      </Routes>,
      { api, path: `/incident-learning/reviews/${id}` },
    );
  return { api, id, show };
}

it('is read as it was published, with its actions as they are today', async () => {
  const { api, show } = await publishedReview();
  await api.noteActionProgress('action-1', 1, { progress: 100 });
  await show();

  const report = await screen.findByRole('article', {
    name: 'Report: The expired certificate',
  });
  expect(
    within(report)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual(['Incidents', 'Summary', 'Root causes', 'Lessons', 'Actions']);
  expect(
    within(report).getByRole('table', { name: /^Timeline of/ }),
  ).toHaveTextContent('Traffic moved to the second gateway');
  expect(within(report).getByText('failed').tagName).toBe('STRONG');
  expect(
    within(report).getByRole('link', { name: /Gateway log/ }),
  ).toHaveAttribute('href', 'https://logs.example.org/1');
  expect(report).toHaveTextContent('Completed today (idea when published)');
});

it('is amended with a reason, which makes a version beside the first', async () => {
  const { api, id, show } = await publishedReview();
  const first = await show();
  await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
  const dialog = screen.getByRole('dialog');
  await userEvent.type(within(dialog).getByRole('textbox'), 'A cause more');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Amend' }));
  expect(await screen.findByText(/Being amended: A cause more/)).toBeVisible();
  first.unmount();

  await api.moveReview(id, { to: 'in-review' });
  await api.moveReview(id, { to: 'published' });
  await show();
  const report = await screen.findByRole('article');
  expect(report).toHaveTextContent('A cause more');
  await userEvent.click(screen.getByRole('button', { name: /Version/ }));
  await userEvent.click(screen.getByRole('option', { name: '1' }));
  await waitFor(() =>
    expect(screen.getByRole('article')).not.toHaveTextContent('A cause more'),
  );
});
