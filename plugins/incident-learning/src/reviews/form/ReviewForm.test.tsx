import { Route, Routes } from 'react-router-dom';
import { mockApis } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { ReviewPage } from '../ReviewPage';

async function reviewOf(incident: string) {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  const { id } = await api.createReview({
    incidentIds: [incident],
    facilitator: 'user:default/ada',
    participants: [{ entityRef: 'user:default/bob', role: 'responder' }],
  });
  await api.moveReview(id, { to: 'gathering' });
  await api.moveReview(id, { to: 'drafting' });
  // What one browser keeps from tab to tab.
  const storage = mockApis.storage();
  const show = () =>
    renderView(
      <Routes>
        <Route path="/incident-learning/reviews/:id" element={<ReviewPage />} />
      </Routes>,
      { api, storage, path: `/incident-learning/reviews/${id}` },
    );
  return { api, id, storage, show };
}

/** Faster than typing letter by letter. */
async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

const textOf = async (api: FakeLearningApi, id: string, section: string) =>
  (await api.getReview(id)).sections.find(s => s.id === section)?.text;

describe('ReviewForm', () => {
  it('tells all that publishing needs, saves as one goes, and hands in', async () => {
    const { api, id, show } = await reviewOf('incident-2');
    await show();

    const checklist = await screen.findByRole('list', {
      name: 'Publishing still needs',
    });
    expect(
      within(checklist)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Summary is empty: write “Summary”',
      'Timeline has no event: add what happened when',
      'Root causes has no cause with evidence: name at least one and what shows it',
      'Lessons is empty: write down at least one lesson',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Hand in for review' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Missing for this step' }),
    ).toHaveTextContent('Summary is empty');

    await userEvent.click(within(checklist).getAllByRole('link')[0]);
    const summary = screen.getByRole('textbox', { name: 'Summary' });
    expect(summary).toHaveFocus();
    await fill(summary, 'Bob forgot the **chain**.');
    expect(
      await screen.findByRole('list', { name: 'Blameless wording' }),
    ).toBeVisible();
    await waitFor(async () =>
      expect(await textOf(api, id, 'summary')).toBe(
        'Bob forgot the **chain**.',
      ),
    );
    expect(checklist).not.toHaveTextContent('Summary');

    await userEvent.click(
      screen.getByRole('button', { name: 'Add a root cause' }),
    );
    const cause = screen.getByRole('listitem', { name: 'Cause 1' });
    await fill(
      within(cause).getByLabelText('What in the system let it happen'),
      'The chain is not checked',
    );
    await userEvent.click(
      within(cause).getByRole('button', { name: 'Add evidence' }),
    );
    await fill(
      within(cause).getByLabelText('What shows it'),
      'Log of the gateway',
    );
    await userEvent.type(
      screen.getByLabelText('New lesson'),
      'Check chains{Enter}',
    );
    expect(
      await screen.findByRole('listitem', { name: 'Lesson 1' }),
    ).toBeVisible();
    await waitFor(() =>
      expect(within(checklist).getAllByRole('link')).toHaveLength(1),
    );

    await userEvent.click(
      screen.getByRole('button', { name: 'Hand in for review' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Back to drafting' }),
    ).toBeVisible();
    expect((await api.getReview(id)).rootCauses.items).toMatchObject([
      {
        statement: 'The chain is not checked',
        role: 'primary',
        evidence: [{ text: 'Log of the gateway' }],
      },
    ]);
  });

  it('shows both versions of a section that two people wrote, and merges the others', async () => {
    const { api, id, show } = await reviewOf('incident-1');
    await show();
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    await api.saveReviewSection(id, 'summary', 0, 'Theirs');
    await api.saveReviewSection(id, 'impact', 0, 'Nobody could pay');

    await fill(summary, 'Mine');
    const theirs = await screen.findByRole('group', { name: 'Their version' });
    expect(theirs).toHaveTextContent('Theirs');
    expect(screen.getByText(/^Not saved: Summary/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep both, mine below theirs' }),
    );
    await waitFor(async () =>
      expect(await textOf(api, id, 'summary')).toBe('Theirs\n\nMine'),
    );
    expect(screen.getByRole('textbox', { name: 'Impact' })).toHaveValue(
      'Nobody could pay',
    );
    expect(
      screen.queryByRole('group', { name: 'Their version' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what could not be saved, and goes on with it', async () => {
    const { api, id, storage, show } = await reviewOf('incident-1');
    const first = await show();
    const summary = await screen.findByRole('textbox', { name: 'Summary' });
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await fill(summary, 'Not lost');
    expect(await screen.findByText(/Not saved: Later/)).toBeVisible();
    await waitFor(() =>
      expect(
        storage
          .forBucket('incident-learning.drafts')
          .snapshot(`review-${id}-section-summary`).value,
      ).toContain('Not lost'),
    );
    first.unmount();

    api.failWith();
    await show();
    await waitFor(async () =>
      expect(await textOf(api, id, 'summary')).toBe('Not lost'),
    );
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue(
      'Not lost',
    );
  });

  it('commits to an action only with all that a commitment needs', async () => {
    const { api, show } = await reviewOf('incident-1');
    await show();
    await userEvent.type(
      await screen.findByLabelText('New action'),
      'Watch expiry{Enter}',
    );
    const action = await screen.findByRole('listitem', { name: 'Action 1' });
    await userEvent.click(within(action).getByRole('checkbox'));
    expect(action).toHaveTextContent(
      'a commitment needs an owner and a due date and success criteria',
    );
    await fill(
      within(action).getByLabelText('Owner', { selector: 'input' }),
      'group:default/payments',
    );
    await userEvent.type(
      within(action).getByLabelText('Due date'),
      '2024-08-01',
    );
    await fill(
      within(action).getByLabelText('Success criteria'),
      'An alert 30 days before',
    );
    await waitFor(async () =>
      expect(await api.getAction('action-1')).toMatchObject({
        status: 'open',
        owner: 'group:default/payments',
        dueDate: '2024-08-01',
        successCriteria: 'An alert 30 days before',
      }),
    );
  });

  it('is cancelled with a reason, and only read from then on', async () => {
    const { api, id, show } = await reviewOf('incident-1');
    await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the review' }),
    );
    const dialog = screen.getByRole('dialog');
    const confirm = within(dialog).getByRole('button', {
      name: 'Cancel the review',
    });
    await userEvent.click(confirm);
    expect(dialog).toHaveTextContent('A reason is missing');
    await fill(within(dialog).getByRole('textbox'), 'A duplicate');
    await userEvent.click(confirm);

    expect(await screen.findByText(/Cancelled: A duplicate/)).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(await api.getReview(id)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'A duplicate',
    });
  });
});
