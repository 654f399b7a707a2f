import type { RiskInputs } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser } from '../src/browser';
import { startPortal } from '../src/portal';

/*
 * Moves a slider of the page What if in Chromium and takes the time until the frame with the new figures and dots is on
 * the screen, and how long the page's main thread was at work for it, which other processes of a busy machine do not
 * add to. The portal has no incidents; their list is answered with as many as are asked for.
 *
 *   npm run bench -- riskPage [--incidents 10000]
 */

const MOVES = 40;

async function main(incidents: number): Promise<void> {
  const portal = await startPortal();
  const browser = await openBrowser();
  try {
    const visit = await browser.visit(portal, '/incident-learning');
    await answerWith(visit.page, inputsOf(incidents));
    await visit.page.goto('/incident-learning/risk/what-if');
    await report(visit.page, incidents);
    visit.assertNoErrors();
    await visit.close();
  } finally {
    await browser.close();
    await portal.stop();
  }
}

async function report(page: Page, incidents: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Exposure' });
  await slider.waitFor();
  await page.locator('canvas').waitFor();
  await page.getByText('decisions could flip').waitFor({ timeout: 120_000 });
  await page.evaluate(observeMoves);
  const cpuMs = await cpuMeter(page);
  const cpu: number[] = [];
  await slider.focus();
  for (let move = 0; move < MOVES; move++) {
    const started = await cpuMs();
    await slider.press(move % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(
      count => (globalThis as Measured).moves?.length === count,
      move + 1,
    );
    cpu.push((await cpuMs()) - started);
  }
  const moves = await page.evaluate(() => (globalThis as Measured).moves ?? []);
  process.stdout.write(
    `${incidents} incidents, ${moves.length} moves of a slider\n` +
      `until painted: ${spread(moves)}\n` +
      `main thread at work: ${spread(cpu)}\n`,
  );
}

function spread(values: number[]): string {
  const ascending = [...values].sort((a, b) => a - b);
  const ms = (share: number) =>
    `${ascending[Math.floor(share * (values.length - 1))].toFixed(1)} ms`;
  return `median ${ms(0.5)}, P95 ${ms(0.95)}, slowest ${ms(1)}`;
}

/** Tells how long the page's main thread has been at work so far. */
async function cpuMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const task = metrics.find(({ name }) => name === 'TaskDuration');
    return (task?.value ?? NaN) * 1000;
  };
}

type Measured = typeof globalThis & { moves?: number[] };

/** Runs in the page: from the key press to the first task after the frame that it led to. */
function observeMoves(): void {
  const measured = globalThis as Measured;
  const moves: number[] = [];
  measured.moves = moves;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () =>
          moves.push(performance.now() - timeStamp);
        channel.port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
}

async function answerWith(page: Page, inputs: RiskInputs): Promise<void> {
  await page.route('**/api/incident-learning/risk/incidents*', route =>
    route.fulfill({ json: inputs }),
  );
}

/** Factors in no order, one in eight unknown. */
function inputsOf(count: number): RiskInputs {
  let state = 7;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const factor = () => (next() > 0.125 ? next() : undefined);
  const items = Array.from(
    { length: count },
    (_, index): RiskInputs['items'][number] => ({
      id: `incident-${index}`,
      title: `Incident ${index}`,
      severity: 'medium',
      status: 'resolved',
      at: '2026-01-01T00:00:00.000Z',
      factors: {
        exposure: factor(),
        severity: factor(),
        controlGap: factor(),
        activity: factor(),
        businessImpact: factor(),
      },
      derived: [],
    }),
  );
  return { items, totalItems: count };
}

const at = process.argv.indexOf('--incidents');
main(at < 0 ? 10_000 : Number(process.argv[at + 1])).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
