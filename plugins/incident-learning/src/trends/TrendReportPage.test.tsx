import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  TrendFigures,
  concludeTrends,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLearningApi, renderView } from '../__testUtils__';
import { downloadText } from '../components/download/downloadText';
import { TrendReportPage } from './TrendReportPage';

jest.mock('../components/download/downloadText', () => ({
  downloadText: jest.fn(),
}));

const none = { count: 0, previous: 0 };
const hit = (name: string) => ({
  entityRef: `component:default/${name}`,
  incidents: 1,
  lesson: false,
});

const FIGURES: TrendFigures = {
  scope: 'org',
  from: '2024-01-01T00:00:00.000Z',
  to: '2024-04-01T00:00:00.000Z',
  previousFrom: '2023-10-02T00:00:00.000Z',
  generatedAt: '2024-04-01T07:00:00.000Z',
  interval: 'week',
  timeZone: 'UTC',
  totals: {
    incidents: { count: 4, previous: 2 },
    kinds: { security: none, operational: { count: 4, previous: 2 } },
    unassigned: none,
    reviewsPublished: none,
    lessonsPublished: none,
    actionsCommitted: none,
  },
  kpis: [
    {
      id: 'severity-distribution',
      name: 'Severity',
      definition: 'Incidents by severity',
      unit: 'share',
      direction: 'lower',
      target: 'trend',
      value: 1,
      n: 4,
      missing: 0,
      invalid: 0,
      undated: 0,
      approximate: false,
      previous: { n: 2, value: 1 },
      verdict: 'not-enough-data',
      series: [
        {
          start: '2024-02-05T00:00:00.000Z',
          n: 4,
          value: 1,
          distribution: { critical: 0, high: 4, medium: 0, low: 0, unknown: 0 },
        },
      ],
    },
  ],
  severities: [{ severity: 'high', count: 4, previous: 2 }],
  categories: [{ category: 'change', count: 4, previous: 1 }],
  categoryCount: 1,
  rootCauses: [],
  repeats: [],
  patterns: [
    {
      category: 'change',
      attackVector: 'deployment',
      count: 4,
      repeats: 0,
      severities: { critical: 0, high: 4, medium: 0, low: 0, unknown: 0 },
      incidentIds: [],
      firstAt: '2024-02-01T00:00:00.000Z',
      lastAt: '2024-03-01T00:00:00.000Z',
      services: ['checkout', 'ledger', 'portal'].map(hit),
      serviceCount: 3,
      lessons: [],
    },
  ],
  effectiveness: { committed: 0, done: 0, overdue: 0 },
  dataQuality: { incidents: 4, affected: 0, findings: [] },
};

const PATH = '/incident-learning/report?from=2024-01-01&until=2024-03-31';

it('tells findings with their rows, what to do, and the figures; and hands out files', async () => {
  const api = new FakeLearningApi({ trendReport: concludeTrends(FIGURES) });
  await renderView(<TrendReportPage />, { api, path: PATH });

  const findings = await screen.findByRole('region', { name: 'Key findings' });
  expect(findings).toHaveTextContent(
    '3 services share a pattern (change · deployment, 4 incidents); no lesson applies to any of them.',
  );
  expect(
    within(findings).getByRole('link', { name: /See the rows/ }),
  ).toHaveAttribute(
    'href',
    '/incident-learning/incidents?from=2024-01-01&until=2024-03-31&drill=false&category=change&attackVector=deployment',
  );
  const advice = screen.getByRole('region', { name: 'Recommendations' });
  expect(advice).toHaveTextContent('write one lesson');
  const kpis = screen.getByRole('table', { name: 'KPIs, the figures' });
  expect(kpis).toHaveTextContent(
    'Severity100 %4falling100 % (n = 2)Not enough data',
  );
  const categories = screen.getByRole('table', {
    name: 'By category, the figures',
  });
  expect(
    within(categories).getByRole('row', { name: 'change 4 1' }),
  ).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  await userEvent.click(
    screen.getByRole('menuitem', { name: 'By category as CSV' }),
  );
  expect(downloadText).toHaveBeenCalledWith('\uFEFFcsv categories', {
    type: 'text/csv',
    name: 'trends-whole-organisation-2024-01-01-categories.csv',
  });
});

it('says so where the figures carry nothing, and where the backend fails', async () => {
  const quiet = concludeTrends({ ...FIGURES, patterns: [] });
  const api = new FakeLearningApi({ trendReport: quiet });
  const view = await renderView(<TrendReportPage />, { api, path: PATH });
  expect(
    await screen.findByText(/The figures of this period carry no finding/),
  ).toBeVisible();
  view.unmount();

  api.failWith({ status: 503, name: 'ServiceUnavailableError', message: 'No' });
  await renderView(<TrendReportPage />, { api, path: PATH });
  expect(await screen.findByRole('button', { name: 'Retry' })).toBeVisible();
});
