import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MetricsQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  renderView,
  sampleIncidents,
} from '../__testUtils__';
import { OverviewPage } from './OverviewPage';

interface Question {
  signal?: AbortSignal;
  answer: () => void;
}

/** Answers questions for figures when told, even those that were aborted. */
class HeldApi extends FakeLearningApi {
  held = false;
  readonly questions: Question[] = [];

  async getMetrics(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ) {
    await new Promise<void>(answer => {
      this.questions.push({ signal: options?.signal, answer });
      if (!this.held) {
        answer();
      }
    });
    return super.getMetrics(query);
  }
}

async function pick(period: string) {
  await userEvent.click(await screen.findByRole('button', { name: /Period/ }));
  await userEvent.click(await screen.findByRole('option', { name: period }));
}

describe('another period', () => {
  const api = new HeldApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
    parts: SAMPLE_PARTS,
  });

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(SAMPLE_NOW));
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is asked for at once, and no figures of one that was left are shown', async () => {
    await renderView(<OverviewPage />, {
      api,
      path: '/incident-learning/overview?period=365d',
    });
    const year = await screen.findByText(/2023 – .* 2024/);
    const ofYear = year.textContent;
    api.held = true;
    api.questions.splice(0);

    await pick('Last 30 days');
    await pick('Last 90 days');
    expect(api.questions).toHaveLength(2);
    const [left, picked] = api.questions;
    expect(left.signal?.aborted).toBe(true);
    expect(picked.signal?.aborted).toBe(false);

    // The answer to the first comes after all: it changes nothing.
    await act(async () => left.answer());
    expect(year).toHaveTextContent(ofYear ?? '');
    await act(async () => picked.answer());
    await waitFor(() => expect(year).not.toHaveTextContent(ofYear ?? ''));
    const ofQuarter = year.textContent;

    // What was shown before stands there while it is asked for anew.
    await pick('Last 365 days');
    await waitFor(() => expect(year).toHaveTextContent(ofYear ?? ''));
    expect(year.parentElement).toHaveAttribute('aria-busy', 'true');
    await act(async () => api.questions[2].answer());
    expect(year.parentElement).toHaveAttribute('aria-busy', 'false');
    expect(year).not.toHaveTextContent(ofQuarter ?? '');
  });
});
