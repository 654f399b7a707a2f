/** What people do on the pages of reviews. */
import type { Page } from 'playwright-core';

/** Resolves the incident that is being edited, and opens its review. */
export async function resolveNow(page: Page): Promise<void> {
  await page.getByLabel('Status').click();
  await page.getByRole('option', { name: 'Resolved' }).click();
  await page.getByRole('button', { name: 'Resolved: now' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Open the review' }).click();
}

/** Answers some of what participants are asked. */
export async function answerFeedback(
  page: Page,
  given: { wentWell: string; rating: string; anonymous?: boolean },
): Promise<void> {
  await page.getByRole('textbox').first().fill(given.wentWell);
  await page
    .getByRole('radiogroup', { name: /^Did you learn/ })
    .getByLabel('Yes')
    .check();
  await page
    .getByRole('radiogroup', { name: /^How well/ })
    .getByLabel(given.rating)
    .check();
  if (given.anonymous) {
    await page.getByLabel('Answer anonymously').check();
  }
  await page
    .getByRole('button', {
      name: given.anonymous ? 'Send anonymously' : 'Send',
      exact: true,
    })
    .click();
  await page.getByText('Thank you').waitFor();
}

/** Goes from a review to its incident, adds an event there, and comes back. */
export async function addEvent(
  page: Page,
  at: string,
  what: string,
): Promise<void> {
  await page
    .getByRole('link', { name: 'Add what happened when', exact: true })
    .click();
  await page.getByRole('button', { name: 'Add an event' }).click();
  const event = page.getByRole('group', { name: 'Event 1' });
  await event.getByLabel('Time (UTC)').fill(at);
  await event.getByLabel('What happened').fill(what);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Open the review' }).click();
}

/** Writes down what shows a root cause. */
export async function addEvidence(
  page: Page,
  cause: string,
  evidence: string,
): Promise<void> {
  const item = page.getByRole('listitem', { name: cause });
  await item.getByRole('button', { name: 'Add evidence' }).click();
  await item.getByLabel('What shows it').fill(evidence);
}

/** Writes five whys with the keyboard, each under the one before; the last is taken as a cause. */
export async function askWhy(page: Page, answers: string[]): Promise<void> {
  await addAnalysis(page, 'Five whys', 'Write the first answer');
  await page.keyboard.type(answers[0]);
  for (const answer of answers.slice(1)) {
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type(answer);
  }
  await takeAsCause(page, answers[answers.length - 1]);
}

/** Writes a fault tree with the keyboard: an event that takes all the others. The last is taken as a cause. */
export async function takeApart(
  page: Page,
  { event, into }: { event: string; into: string[] },
): Promise<void> {
  await addAnalysis(page, 'Fault tree', 'Add what brought it about');
  await page.keyboard.type(event);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type(into.join('\n'));
  await page.getByLabel(`Type: ${event}`).press('a');
  await page.getByRole('textbox', { name: `Event 1.${into.length}` }).focus();
  await takeAsCause(page, into[into.length - 1]);
}

async function addAnalysis(page: Page, kind: string, button: string) {
  await page.getByRole('button', { name: 'Add an analysis' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: kind }).press('Enter');
  await page.getByRole('button', { name: button }).press('Enter');
}

/** Tabs on from the line that is written to its mark. */
async function takeAsCause(page: Page, line: string) {
  await page.keyboard.press('Escape');
  const mark = page.getByRole('button', { name: `Take as cause: ${line}` });
  for (let steps = 0; steps < 10; steps++) {
    await page.keyboard.press('Tab');
    if (await mark.evaluate(element => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`Tab does not lead to “Take as cause” of “${line}”`);
}

/** Adds an action with the keyboard, and commits somebody to it. */
export async function commit(
  page: Page,
  action: {
    title: string;
    owner: string;
    dueDate: string;
    successCriteria: string;
  },
): Promise<void> {
  await page.getByLabel('New action').fill(action.title);
  await page.getByLabel('New action').press('Enter');
  const item = page.getByRole('listitem', { name: 'Action 1' });
  await item.getByLabel(/^An idea/).check();
  const owner = item.getByLabel('Owner').and(page.locator('input'));
  await owner.fill(action.owner);
  await owner.press('Enter');
  await item.getByLabel('Due date').fill(action.dueDate);
  await item.getByLabel('Success criteria').fill(action.successCriteria);
}

/** The label of the field that has the focus, else its text. */
export function focusedField(page: Page): Promise<string> {
  return page
    .locator(':focus')
    .evaluate(
      element =>
        (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : element.textContent) ?? '',
    );
}
