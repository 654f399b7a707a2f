import type { RiskInputs } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser } from '../src/browser';
import { startPortal } from '../src/portal';

/*
 * Moves a slider of the page What if in Chromium and takes the time until the frame with the new figures and dots is on
 * the screen. The portal has a few incidents; their list is answered with as many as are asked for.
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
  await slider.focus();
  for (let move = 0; move < MOVES; move++) {
    await slider.press(move % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(
      count => (globalThis as Measured).moves?.length === count,
      move + 1,
    );
  }
  const moves = await page.evaluate(() => (globalThis as Measured).moves ?? []);
  moves.sort((a, b) => a - b);
  const ms = (share: number) =>
    moves[Math.floor(share * (moves.length - 1))].toFixed(1);
  process.stdout.write(
    `${incidents} incidents, ${moves.length} moves of a slider until painted: ` +
      `median ${ms(0.5)} ms, P95 ${ms(0.95)} ms, slowest ${ms(1)} ms\n`,
  );
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
