import { strict as assert } from 'node:assert';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createGunzip } from 'node:zlib';
import {
  catalogDocuments,
  readVerisCatalog,
} from '@hindsight/backstage-plugin-incident-learning-backend';
import type { ImportReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { openBrowser, type TestBrowser } from '../src/browser';
import { readIncidents } from '../src/gcpStatus';
import { inRoot } from '../src/paths';
import { startPortal, type Portal } from '../src/portal';

const folder =
  process.env.HINDSIGHT_DATA ?? resolve(inRoot('..', 'shared', 'data'));
const veris = join(folder, 'vcdb-2020.jsonl.gz');
const gcp = join(folder, 'gcp-status.jsonl.gz');
const skip = existsSync(veris)
  ? false
  : 'the optional data folder is absent (see HINDSIGHT_DATA)';
const VETERANS_AFFAIRS =
  '/catalog/default/component/united-states-department-of-veterans-affairs';

describe('Real incidents', { skip }, () => {
  let portal: Portal;
  let browser: TestBrowser;
  let scratch: string;

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'hindsight-real-'));
    const target = join(scratch, 'catalog.yaml');
    const entries = await readVerisCatalog(
      createReadStream(veris).pipe(createGunzip()),
    );
    await writeFile(target, [...catalogDocuments(entries)].join(''));
    [portal, browser] = await Promise.all([
      startPortal({
        config: { catalog: { locations: [{ type: 'file', target }] } },
      }),
      openBrowser(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    await rm(scratch, { recursive: true, force: true });
  });

  it('are imported in the browser, once however often', async () => {
    const expected = JSON.parse(
      readFileSync(join(folder, 'vcdb-2020.expected.json'), 'utf8'),
    );
    const visit = await browser.visit(portal, '/incident-learning/incidents');
    const { page } = visit;
    await page.getByRole('button', { name: 'Import' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Import incidents' });
    await dialog.getByLabel('File to import').setInputFiles(veris);
    const go = dialog.getByRole('button', { name: /^Import [\d,]+ records$/ });
    await go.waitFor({ timeout: 120_000 });
    await visit.assertAccessible();
    await visit.screenshot('import-preview');
    await go.click();
    const show = dialog.getByRole('button', { name: 'Show the incidents' });
    await show.waitFor({ timeout: 120_000 });
    await visit.screenshot('import-result');
    await show.click();
    await page.getByText(/50 of 5,996 incidents/).waitFor();
    visit.assertNoErrors();
    await visit.close();

    const { totalItems } = await portal.get<{ totalItems: number }>(
      '/api/incident-learning/incidents?limit=1&total=true',
    );
    assert.equal(totalItems, expected.incidents);
    const repeats = await portal.get<{ totalItems: number }>(
      '/api/incident-learning/incidents?limit=1&total=true&repeat=suspected',
    );
    assert.equal(repeats.totalItems, expected.repeats);
  });

  it('show on the component that they happened to: history, trend and repeats', async () => {
    await inCatalog(portal, VETERANS_AFFAIRS);
    const visit = await browser.visit(
      portal,
      `${VETERANS_AFFAIRS}/incidents?period=all`,
    );
    const { page } = visit;
    await page
      .getByText(/of 580 incidents/)
      .first()
      .waitFor();
    await page.getByText(/of 580 incidents repeat an earlier one/).waitFor();
    await page
      .getByRole('figure', { name: /Time to detect/ })
      .or(page.getByRole('img', { name: /Time to detect/ }))
      .first()
      .waitFor();
    await visit.assertAccessible();
    await visit.screenshot('veterans-affairs');
    visit.assertNoErrors();
    await visit.close();
  });

  it('make the figures of the organisation, each with its n', async () => {
    const visit = await browser.visit(
      portal,
      '/incident-learning/overview?period=all',
    );
    const { page } = visit;
    await page.getByText(/n 915/).first().waitFor();
    await page.getByText(/n 164/).first().waitFor();
    await page.getByText('696 of 5,996 incidents').first().waitFor();
    await page.getByText('What the figures lack').waitFor();
    await visit.scrollThrough();
    await visit.assertAccessible();
    await visit.screenshot('organisation');
    visit.assertNoErrors();
    await visit.close();
  });

  it('of a status page come in as they are, and their dirty times are told', async () => {
    const lines: string[] = [];
    for await (const incident of readIncidents(gcp)) {
      lines.push(incident.trimEnd());
    }
    const response = await portal.request(
      '/api/incident-learning/incidents/import?format=incident',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: lines.join('\n'),
      },
    );
    const report = (await response.json()) as ImportReport;
    assert.equal(report.rows.length, 1045);
    assert.equal(report.rejected, 0);
    const told = (path: string) =>
      report.rows.filter(({ problems }) =>
        problems.some(problem => problem.path === path),
      ).length;
    assert.equal(told('timeToDetectMs'), 5);
    assert.equal(told('timeToResolveMs'), 93);
  });
});

/** The catalog takes in a file of thousands bit by bit. */
async function inCatalog(portal: Portal, path: string): Promise<void> {
  const name = path.split('/').pop();
  for (let attempt = 0; attempt < 120; attempt++) {
    const { status } = await portal.request(
      `/api/catalog/entities/by-name/component/default/${name}`,
    );
    if (status === 200) {
      return;
    }
    await new Promise(done => setTimeout(done, 1000));
  }
  throw new Error(`The catalog did not take in ${name} within two minutes`);
}
