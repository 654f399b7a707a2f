import type { Page } from 'playwright-core';

/** What the cards below the figures ask for takes long with a million incidents. */
const REST_WITHIN_MS = 120_000;

/** When what happened after a click on another period, in milliseconds from the click. */
export interface PeriodChange {
  /** The question was sent; absent where it had been before the click. */
  asked?: number;
  /** Its answer was there; absent where that was not waited for. */
  answered?: number;
  /** The new figures stood in the page. */
  drawn: number;
  /** The frame with them was painted. */
  painted: number;
  before: string;
  after: string;
}

/** Waits until a page has asked for nothing for half a second; call it before anything is asked for. */
export function watchNetwork(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = Date.now();
  const end = (request: unknown) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('request', request => open.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    const deadline = Date.now() + REST_WITHIN_MS;
    do {
      await new Promise(done => setTimeout(done, 100));
      if (Date.now() > deadline) {
        throw new Error(`The page still loads after ${REST_WITHIN_MS} ms`);
      }
    } while (open.size > 0 || Date.now() - last < 500);
  };
}

/** From the page's asking for figures, which is what its code does first, to the frame after the first of them stands there. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = () => {
          const shown = document.querySelector('[role="group"] h4');
          if (!shown) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => {
            const asked = performance
              .getEntriesByType('resource')
              .find(({ name }) => /\/metrics\?/.test(name));
            resolve(performance.now() - (asked?.startTime ?? 0));
          });
        };
        look();
      }),
  );
}

export interface PeriodPick {
  /** What the option is called. */
  period: string;
  /** How long the pointer rests on the option before it clicks; it comes from nowhere unless said. */
  restMs?: number;
}

/**
 * Picks another period and waits for its figures.
 *
 * @throws Error when the figures are those of before, or of a period without incidents: nothing would have been drawn
 */
export async function changePeriod(
  page: Page,
  { period, restMs }: PeriodPick,
): Promise<PeriodChange> {
  await page.getByRole('button', { name: /^Period/ }).click();
  const option = page.getByRole('option', { name: period, exact: true });
  await option.waitFor();
  // The menu has opened, and what that set off is over.
  await page.waitForTimeout(500);
  if (restMs !== undefined) {
    await option.hover();
    await page.waitForTimeout(restMs);
  }
  const watching = page.evaluate(watchClick);
  await option.click();
  const change = await watching;
  await page.locator('[role="listbox"]').waitFor({ state: 'detached' });
  const counts = [change.before, change.after].map(incidentsOf);
  if (!(counts[1] > 0) || counts[0] === counts[1]) {
    throw new Error(
      `From "${change.before}" to "${change.after}": no other figures`,
    );
  }
  return change;
}

/** Of the sentence above the figures: "1 Jan 2025 – 31 Dec 2025: 120 of 200,000 incidents repeat an earlier one." */
function incidentsOf(summary: string): number {
  const count = /([\d,]+) incidents/.exec(summary)?.[1];
  return Number(count?.replaceAll(',', ''));
}

/** Runs in the page: waits for a click and what comes of it. The sentence above the figures and all tiles are drawn as one. */
function watchClick(): Promise<PeriodChange> {
  const summary = () =>
    document.querySelector('p[role="status"]')?.textContent ?? '';
  const before = summary();
  performance.clearResourceTimings();
  return new Promise(resolve => {
    let clicked = 0;
    const listen = () => {
      clicked = performance.now();
    };
    document.addEventListener('click', listen, { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      const after = summary();
      if (after === before || after === '') {
        return;
      }
      watcher.disconnect();
      const drawn = performance.now() - clicked;
      // The first frame has the figures, the second begins once that is painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const painted = performance.now() - clicked;
          const question = performance
            .getEntriesByType('resource')
            .find(({ name }) => /\/metrics\?/.test(name)) as
            | PerformanceResourceTiming
            | undefined;
          const inTime =
            question && question.responseEnd - clicked <= drawn
              ? question
              : undefined;
          resolve({
            asked: inTime && inTime.startTime - clicked,
            answered: inTime && inTime.responseEnd - clicked,
            drawn,
            painted,
            before,
            after,
          });
        }),
      );
    });
    watcher.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}
