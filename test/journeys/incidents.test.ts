import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type {
  Incident,
  IncidentChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';

const API = '/api/incident-learning';

describe('Incidents of the demo company', () => {
  let portal: Portal;
  let browser: TestBrowser;

  before(async () => {
    [portal, browser] = await Promise.all([
      startPortal({ demo: true }),
      openBrowser(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('give the organisation figures that any screen can show', async () => {
    await onEveryScreen(browser, portal, '/incident-learning', async page => {
      await page.getByText('Before:').first().waitFor();
      await page.getByText(/incidents repeat an earlier one/).waitFor();
    });
  });

  it('are declared in a form that tells what is wrong, and corrected after', async () => {
    const visit = await browser.visit(
      portal,
      '/incident-learning/incidents/new',
    );
    const { page } = visit;
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('x');
    await title.fill('');
    await title.blur();
    await page
      .getByText(/is empty/)
      .first()
      .waitFor();
    await title.fill('Label printer queue stalls at Millhaven');

    const entity = page.getByLabel('Add an entity').and(page.locator('input'));
    await entity.fill('component:default/label-service');
    await entity.press('Enter');
    await page.getByLabel('Occurred (UTC)').fill('2026-03-02T10:00');
    await page.getByLabel('Detected (UTC)').fill('2026-03-02T09:00');
    await page.getByText(/The time to detect is negative/).waitFor();
    await page.getByLabel('Detected (UTC)').fill('2026-03-02T10:45');
    await page.getByText('45 min').first().waitFor();
    await visit.assertAccessible();

    await page.getByRole('button', { name: 'Declare', exact: true }).click();
    await page
      .getByRole('heading', { name: 'Label printer queue stalls at Millhaven' })
      .waitFor();
    await page.getByRole('link', { name: 'Label service' }).first().waitFor();
    await visit.assertAccessible();
    visit.assertNoErrors();
    await visit.close();
  });

  it('never lose what two people write at the same time', async () => {
    const incident = await find(portal, 'Millhaven queue stalls label printer');
    const visit = await browser.visit(
      portal,
      `/incident-learning/incidents/${incident.id}/edit`,
    );
    const { page } = visit;
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Label printer at Millhaven out of paper');

    const other = await portal.request(`${API}/incidents/${incident.id}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        'if-match': `"${incident.revision}"`,
      },
      body: JSON.stringify({
        title: 'Printer driver crashed',
        severity: 'low',
      }),
    });
    assert.equal(other.status, 200);

    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Printer driver crashed').first().waitFor();
    await page
      .getByText('Label printer at Millhaven out of paper')
      .first()
      .waitFor();
    await visit.assertAccessible();
    await visit.screenshot('incident-conflict');
    await visit.close();

    const history = await portal.get<{ items: IncidentChange[] }>(
      `${API}/incidents/${incident.id}/history`,
    );
    assert.deepEqual(
      history.items.map(change => change.operation),
      ['updated', 'created'],
    );
  });

  it('are confirmed to be repeats by a person', async () => {
    const { items } = await portal.get<{ items: Incident[] }>(
      `${API}/incidents?repeat=suspected&limit=1`,
    );
    const visit = await browser.visit(
      portal,
      `/incident-learning/incidents/${items[0].id}`,
    );
    const { page } = visit;
    await page.getByRole('button', { name: 'Confirm repeat' }).click();
    await page.getByText('Confirmed repeat').first().waitFor();
    const { repeat } = await portal.get<Incident>(
      `${API}/incidents/${items[0].id}`,
    );
    assert.equal(repeat?.state, 'confirmed');
    visit.assertNoErrors();
    await visit.close();
  });
});

/** The incident whose title has these words, in any order. */
async function find(portal: Portal, words: string): Promise<Incident> {
  const { items } = await portal.get<{ items: Incident[] }>(
    `${API}/incidents?text=${encodeURIComponent(words)}`,
  );
  assert.equal(items.length, 1);
  return items[0];
}
