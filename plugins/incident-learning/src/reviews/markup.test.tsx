import { Route, Routes } from 'react-router-dom';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../__testUtils__';
import { ReviewPage } from './ReviewPage';

const ATTACK =
  '<script>alert(1)</script><img src=x onerror=alert(2)> [go](javascript:alert(3)) ![](https://tracker.example.org/p.png)';

/** A review with markup in every text that somebody can write. */
async function hostileReview() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const { id, sections } = await api.createReview({
    incidentIds: ['incident-1'],
    title: ATTACK,
    facilitator: 'user:default/ada',
    participants: [
      { entityRef: 'user:default/bob', role: '<img src=x onerror=alert(4)>' },
    ],
  });
  await api.moveReview(id, { to: 'gathering' });
  await api.giveFeedback(
    id,
    { answers: { wentWell: ATTACK, lessons: ATTACK } },
    'user:default/bob',
  );
  await api.moveReview(id, { to: 'drafting' });
  for (const section of sections) {
    await api.saveReviewSection(id, section.id, 0, ATTACK);
  }
  await api.createAnalysis(id, {
    title: ATTACK,
    analysis: {
      kind: 'five-whys',
      problem: ATTACK,
      nodes: [{ id: 'why', answer: ATTACK, evidence: [{ text: ATTACK }] }],
    },
  });
  await api.saveRootCauses(id, 0, [
    {
      id: 'cause',
      statement: ATTACK,
      type: 'process',
      role: 'primary',
      factors: [ATTACK],
      evidence: [{ text: ATTACK }],
    },
  ]);
  await api.createLesson({ statement: ATTACK, detail: ATTACK, reviewId: id });
  await api.createAction({
    title: ATTACK,
    description: ATTACK,
    successCriteria: ATTACK,
    reviewId: id,
  });
  const show = () =>
    renderView(
      <Routes>
        <Route path="/incident-learning/reviews/:id" element={<ReviewPage />} />
      </Routes>,
      { api, path: `/incident-learning/reviews/${id}` },
    );
  return { api, id, show };
}

function expectInert() {
  const active = document.body.querySelectorAll(
    'script, iframe, [onerror], img[src]:not([src=""]), a[href^="javascript"]',
  );
  expect([...active].map(({ outerHTML }) => outerHTML)).toEqual([]);
}

describe('markup in a review', () => {
  it('is text in the form and in its previews', async () => {
    const { show } = await hostileReview();
    await show();
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    expect(summary).toHaveValue(ATTACK);
    expect(await screen.findByText('1 of 1 answered')).toBeVisible();
    await userEvent.click(
      within(screen.getByRole('group', { name: 'View of Summary' })).getByRole(
        'button',
        { name: 'Preview' },
      ),
    );
    expectInert();
  });

  it('is text in the report', async () => {
    const { api, id, show } = await hostileReview();
    await api.moveReview(id, { to: 'in-review' });
    await api.moveReview(id, { to: 'published' });
    await show();
    const report = await screen.findByRole('article');
    expect(report).toHaveTextContent('<script>alert(1)</script>');
    expectInert();
  });
});
