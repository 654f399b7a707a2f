import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Analysis,
  AnalysisRecord,
  Incident,
  RootCauseDraft,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLearningApi, renderView } from '../__testUtils__';
import { AnalysesSection } from './AnalysesSection';

// Many keys one after the other, on machines that have more to do.
jest.setTimeout(180_000);

const TITLE = 'Parcels are routed twice';

async function setUp(
  options: { analysis?: Analysis; readOnly?: boolean } = {},
) {
  const api = new FakeLearningApi({
    incidents: [
      {
        title: TITLE,
        occurredAt: '2024-05-17T09:00:00Z',
        detectedAt: '2024-05-17T09:30:00Z',
        resolvedAt: '2024-05-17T11:00:00Z',
        timeline: [
          { at: '2024-05-17T09:05:00Z', kind: 'deploy', event: 'Release 41' },
          { at: '2024-05-17T09:30:00Z', kind: 'alert', event: 'Queue grows' },
        ],
      },
    ],
  });
  const incidents: Incident[] = (await api.listIncidents({})).items;
  if (options.analysis) {
    await api.createAnalysis('review-1', {
      title: 'How it came about',
      analysis: options.analysis,
    });
  }
  const taken: RootCauseDraft[] = [];
  await renderView(
    <AnalysesSection
      reviewId="review-1"
      incidents={incidents}
      readOnly={options.readOnly}
      onTakeCause={draft => taken.push(draft)}
    />,
    { api },
  );
  return { api, taken, user: userEvent.setup({ delay: null }) };
}

async function add(user: ReturnType<typeof userEvent.setup>, kind: RegExp) {
  await user.click(
    await screen.findByRole('button', { name: 'Add an analysis' }),
  );
  await user.click(await screen.findByRole('menuitem', { name: kind }));
}

async function stored<K extends Analysis['kind']>(
  api: FakeLearningApi,
  check: (analysis: Extract<Analysis, { kind: K }>) => void,
): Promise<AnalysisRecord> {
  return waitFor(
    async () => {
      const [record] = await api.listAnalyses('review-1');
      check(record.analysis as Extract<Analysis, { kind: K }>);
      return record;
    },
    { timeout: 5000 },
  );
}

const WHYS: Analysis = {
  kind: 'five-whys',
  problem: TITLE,
  nodes: [
    {
      id: 'a',
      answer: 'The queue delivers twice',
      evidence: [],
      assumed: false,
      cause: false,
    },
  ],
};

describe('five whys', () => {
  it('is written by the keyboard alone, and saved as it is written', async () => {
    const { api, user, taken } = await setUp();
    expect(await screen.findByText('No analysis yet')).toBeVisible();
    await add(user, /Five whys/);
    expect(await screen.findByLabelText(/^Problem/)).toHaveValue(TITLE);

    await user.click(
      await screen.findByRole('button', { name: 'Write the first answer' }),
    );
    expect(screen.getByLabelText('Answer 1')).toHaveFocus();
    await user.keyboard('The queue delivers twice{Enter}');
    expect(screen.getByLabelText('Answer 2')).toHaveFocus();
    await user.keyboard('No check for duplicates{Enter}{Tab}The check was cut');
    const cut = screen.getByLabelText('Answer 2.1');
    expect(cut).toHaveFocus();
    expect(cut).toHaveValue('The check was cut');
    expect(
      screen.getByRole('button', {
        name: /Reword: How did “No check for duplicates” come about/,
      }),
    ).toBeVisible();

    // Below the last, then out again and up.
    await user.keyboard('{Control>}{Enter}{/Control}Deadline');
    expect(screen.getByLabelText('Answer 2.1.1')).toHaveValue('Deadline');
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    expect(screen.getByLabelText('Answer 2.2')).toHaveValue('Deadline');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByLabelText('Answer 2.1')).toHaveValue('Deadline');
    expect(screen.getByLabelText('Answer 2.1')).toHaveFocus();

    // A branch is deleted with what stands under it, and comes back.
    await user.click(screen.getByLabelText('Answer 2'));
    await user.keyboard('{Control>}{Shift>}{Backspace}{/Shift}{/Control}');
    expect(screen.queryByLabelText('Answer 2')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Answer 1')).toHaveFocus();
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByLabelText('Answer 2.2')).toHaveValue(
      'The check was cut',
    );

    await user.click(screen.getByRole('button', { name: 'Assumed: Deadline' }));
    await user.click(
      screen.getByRole('button', { name: 'Evidence: The check was cut' }),
    );
    expect(screen.getByLabelText('What shows it')).toHaveFocus();
    await user.keyboard('Commit 4f2a{Escape}');
    await user.click(
      screen.getByRole('button', { name: 'Take as cause: The check was cut' }),
    );
    await waitFor(() => expect(taken).toHaveLength(1));
    const { id } = await stored<'five-whys'>(api, ({ nodes }) => {
      expect(nodes.map(({ answer }) => answer).sort()).toEqual([
        'Deadline',
        'No check for duplicates',
        'The check was cut',
        'The queue delivers twice',
      ]);
      expect(nodes.filter(({ assumed }) => assumed)).toHaveLength(1);
    });
    expect(taken[0]).toMatchObject({
      analysisId: id,
      statement: 'The check was cut',
      evidence: [{ text: 'Commit 4f2a' }],
    });
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(
      screen.getByRole('img', { name: /Five whys: Parcels/ }),
    ).toBeVisible();
  });

  it('lets Tab pass where nobody writes, and lets go after Escape', async () => {
    const { user } = await setUp({ analysis: WHYS });
    const problem = await screen.findByLabelText(/^Problem/);
    await user.click(problem);
    await user.tab();
    await user.tab();
    expect(screen.getByLabelText('Answer 1')).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: /^Assumed: / })).toHaveFocus();

    await user.click(screen.getByLabelText('Answer 1'));
    await user.keyboard('{Tab}');
    expect(screen.getByLabelText('Answer 1')).toHaveFocus();
    expect(
      screen.getByText(/Not moved: there is nothing before/),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}{Tab}');
    expect(screen.getByLabelText('Answer 1')).not.toHaveFocus();
  });

  it('asks otherwise when the question is reworded, and hints at a single line', async () => {
    const { api, user } = await setUp({ analysis: WHYS });
    await user.click(await screen.findByRole('button', { name: /^Reword: / }));
    await user.keyboard('What let it through?{Enter}');
    await stored<'five-whys'>(api, ({ nodes }) =>
      expect(nodes[0].question).toBe('What let it through?'),
    );
    expect(screen.queryByText(/follow one line/)).not.toBeInTheDocument();
    await user.click(screen.getByLabelText('Answer 1'));
    await user.keyboard(
      '{Control>}{Enter}{/Control}Second{Control>}{Enter}{/Control}Third',
    );
    expect(await screen.findByText(/follow one line/)).toBeVisible();
  });
});

describe('saving', () => {
  it('shows both versions when somebody else was faster, and keeps either', async () => {
    const { api, user } = await setUp({ analysis: WHYS });
    await user.click(await screen.findByLabelText('Answer 1'));
    await api.updateAnalysis('analysis-1', 1, { title: 'Theirs' });
    await user.keyboard(' again');
    expect(
      await screen.findByText(
        /Somebody else saved this analysis/,
        {},
        { timeout: 5000 },
      ),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await stored<'five-whys'>(api, ({ nodes }) =>
      expect(nodes[0].answer).toBe('The queue delivers twice again'),
    );

    await api.updateAnalysis('analysis-1', 3, { title: 'Theirs again' });
    await user.click(screen.getByLabelText('Answer 1'));
    await user.keyboard('!');
    await user.click(
      await screen.findByRole(
        'radio',
        { name: /^Theirs, saved/ },
        { timeout: 5000 },
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(screen.getByLabelText('Title')).toHaveValue('Theirs again');
  });

  it('says when something could not be saved, and saves it again', async () => {
    const { api, user } = await setUp({ analysis: WHYS });
    await user.click(await screen.findByLabelText('Answer 1'));
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Down.' });
    await user.keyboard(' more');
    expect(
      await screen.findByText(
        /Not saved: .*kept in this browser/,
        {},
        { timeout: 5000 },
      ),
    ).toBeVisible();
    api.failWith(undefined);
    await user.click(screen.getByRole('button', { name: 'Save again' }));
    await stored<'five-whys'>(api, ({ nodes }) =>
      expect(nodes[0].answer).toBe('The queue delivers twice more'),
    );
  });

  it('says what is missing where something cannot be saved', async () => {
    const { user } = await setUp({ analysis: WHYS });
    await user.clear(await screen.findByLabelText(/^Problem/));
    expect(
      await screen.findByText(/The problem is empty/i, {}, { timeout: 5000 }),
    ).toBeVisible();
  });

  it('deletes after asking', async () => {
    const { api, user } = await setUp({ analysis: WHYS });
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('“How it came about” goes for good');
    await user.click(
      within(dialog).getByRole('button', { name: 'Delete analysis' }),
    );
    expect(await screen.findByText('No analysis yet')).toBeVisible();
    expect(await api.listAnalyses('review-1')).toEqual([]);
  });

  it('shows a picture and a list where nothing may be written', async () => {
    const { user } = await setUp({ analysis: WHYS, readOnly: true });
    expect(await screen.findByRole('img', { name: /Five whys/ })).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as list' }));
    expect(screen.getByRole('list', { name: /as a list/ })).toHaveTextContent(
      'How did “Parcels are routed twice” come about?The queue delivers twice',
    );
  });
});
