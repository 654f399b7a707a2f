import { Route, Routes } from 'react-router-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReviewChange } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  SAMPLE_USER,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { ReviewPage } from '../ReviewPage';

const CLEO = 'user:default/cleo';

class ApiWithHistory extends FakeLearningApi {
  readonly told: ReviewChange[] = [];

  async getReviewHistory() {
    return this.told;
  }

  note(changes: ReviewChange['changes'], by = CLEO) {
    this.told.unshift({
      id: `change-${this.told.length}`,
      reviewId: 'review-1',
      revision: 1,
      at: SAMPLE_NOW,
      by,
      operation: 'updated',
      changes,
    });
  }
}

async function openReview() {
  const api = new ApiWithHistory({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const { id } = await api.createReview({
    incidentIds: ['incident-1'],
    facilitator: 'user:default/ada',
    participants: [{ entityRef: 'user:default/bob', role: 'responder' }],
  });
  await api.moveReview(id, { to: 'gathering' });
  await api.moveReview(id, { to: 'drafting' });
  await renderView(
    <Routes>
      <Route path="/incident-learning/reviews/:id" element={<ReviewPage />} />
    </Routes>,
    { api, path: `/incident-learning/reviews/${id}` },
  );
  await screen.findByRole('textbox', { name: 'Summary' });
  return { api, id };
}

async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

/** As when somebody comes back to the tab: it is looked at once. */
function comeBack() {
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('a review that several people write', () => {
  it('shows what others wrote, says who it was, and keeps what is being written', async () => {
    const { api, id } = await openReview();
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    const summary = screen.getByRole('textbox', { name: 'Summary' });
    await fill(summary, 'Mine');
    expect(await screen.findByText(/Not saved: Later/)).toBeVisible();
    api.failWith();

    await api.saveReviewSection(id, 'impact', 0, 'Nobody could pay');
    await api.createLesson({ statement: 'Watch expiry', reviewId: id });
    const { revision } = await api.getReview(id);
    await api.updateReview(id, revision, { title: 'Cards rejected' });
    api.note([{ path: 'title', from: 'x', to: 'Cards rejected' }]);
    await api.createAnalysis(id, {
      title: 'How it came about',
      analysis: { kind: 'five-whys', problem: 'Cards were rejected' },
    });
    api.note([{ path: 'analyses.analysis-1', to: {} }]);
    comeBack();

    const news = screen.getByRole('status', { name: 'Changed by others' });
    await waitFor(() =>
      expect(
        within(news)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual([
        expect.stringContaining('changed “Impact”'),
        expect.stringContaining('changed the lessons'),
        expect.stringContaining('changed the title'),
        expect.stringContaining('changed an analysis'),
      ]),
    );
    expect(within(news).getAllByText(SAMPLE_USER.slice(-5))).not.toHaveLength(
      0,
    );
    expect(screen.getByRole('textbox', { name: 'Impact' })).toHaveValue(
      'Nobody could pay',
    );
    const basics = screen.getByRole('region', { name: 'Who and when' });
    expect(within(basics).getByLabelText('Title')).toHaveValue(
      'Cards rejected',
    );
    expect(screen.getByRole('listitem', { name: 'Lesson 1' })).toBeVisible();
    expect(await screen.findByDisplayValue('How it came about')).toBeVisible();
    expect(summary).toHaveValue('Mine');

    await userEvent.click(
      within(news).getByRole('button', { name: 'Dismiss' }),
    );
    expect(news).toBeEmptyDOMElement();
  });

  it('is of other incidents from one click to the next', async () => {
    const { api, id } = await openReview();
    const incidents = screen.getByRole('region', {
      name: 'Incidents and timeline',
    });
    expect(
      within(incidents).queryByRole('button', { name: /^Remove/ }),
    ).not.toBeInTheDocument();
    const other = (await api.getIncident('incident-2')).title;
    await userEvent.click(
      within(incidents).getByLabelText('Add another incident'),
    );
    // Somebody else has changed the review meanwhile.
    const { revision } = await api.getReview(id);
    await api.updateReview(id, revision, { title: 'Two of a kind' });
    await userEvent.click(
      await screen.findByRole('option', { name: new RegExp(other) }),
    );
    expect(
      await within(incidents).findByText(`Added “${other}”.`),
    ).toBeVisible();
    expect(await api.getReview(id)).toMatchObject({
      title: 'Two of a kind',
      incidentIds: ['incident-1', 'incident-2'],
    });

    const remove = within(incidents).getByRole('button', {
      name: `Remove ${other} from the review`,
    });
    api.failWith({ status: 409, name: 'ConflictError', message: 'Not now' });
    await userEvent.click(remove);
    expect(
      await within(incidents).findByText('Not saved: Not now'),
    ).toBeVisible();
    api.failWith();
    await userEvent.click(remove);
    expect(
      await within(incidents).findByText(/^Removed “.*stays.$/),
    ).toBeVisible();
    expect((await api.getReview(id)).incidentIds).toEqual(['incident-1']);
  });

  it('tells who changed what when', async () => {
    const { api } = await openReview();
    api.note([
      { path: 'state', from: 'gathering', to: 'drafting' },
      { path: 'reason', to: 'All have answered' },
    ]);
    api.told[0].operation = 'moved';
    api.note([{ path: 'sections.summary', from: '', to: 'It was **down**.' }]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show who changed what' }),
    );
    const history = screen.getByRole('region', { name: 'History' });
    const [written, moved] = await within(history).findAllByRole('listitem');
    expect(moved).toHaveTextContent(
      /moved it to drafting: “All have answered”/,
    );
    expect(written).toHaveTextContent('changed “Summary”');
    await userEvent.click(
      within(written).getByText('What it said before and after'),
    );
    const after = within(written).getByRole('group', { name: 'After' });
    expect(within(after).getByText('down').tagName).toBe('STRONG');
  });
});
