import { File as NodeFile } from 'node:buffer';
import { DecompressionStream } from 'node:stream/web';
import { gzipSync } from 'node:zlib';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ImportReport,
  IncidentInput,
  IncidentLearningApi,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLearningApi, SAMPLE_NOW, renderView } from '../../__testUtils__';
import { IncidentsPage } from '../IncidentsPage';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(60_000);
// Browsers have it, jsdom does not.
Object.assign(globalThis, { DecompressionStream });

type ImportOptions = Parameters<IncidentLearningApi['importIncidents']>[1];

/** Remembers what it was sent, and answers by the hooks of a test. */
class WatchedApi extends FakeLearningApi {
  readonly sent: { text: string; options: ImportOptions }[] = [];
  answer?: (text: string, options: ImportOptions) => Promise<ImportReport>;

  async importIncidents(data: Blob | string, options: ImportOptions) {
    const text = typeof data === 'string' ? data : await data.text();
    this.sent.push({ text, options });
    return this.answer
      ? this.answer(text, options)
      : super.importIncidents(data, options);
  }

  async listImportFormats() {
    return [
      {
        id: 'incident',
        title: 'Incidents as JSON',
        extensions: ['.json', '.jsonl', '.ndjson'],
      },
      { id: 'csv', title: 'CSV', extensions: ['.csv'] },
      { id: 'veris', title: 'VERIS', extensions: ['.json', '.jsonl'] },
    ];
  }
}

function lineOf(incident: IncidentInput): string {
  return `${JSON.stringify(incident)}\n`;
}

const GOOD = lineOf({ title: 'Queue full' });
const BAD = '{"title":""}\n';
/** Fills up the slice of a megabyte it stands in. */
const LONG = lineOf({
  title: 'Long',
  sourceData: { pad: 'x'.repeat(1_100_000) },
});

async function openDialog(api: WatchedApi) {
  await renderView(<IncidentsPage />, {
    api,
    path: '/incident-learning/incidents',
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
  return screen.findByRole('dialog', { name: 'Import incidents' });
}

async function choose(content: string | Uint8Array, name: string) {
  // The files of jsdom cannot be read in parts.
  const file = new NodeFile([content], name);
  fireEvent.change(await screen.findByLabelText('File to import'), {
    target: { files: { length: 1, item: () => file } },
  });
}

function titlesIn(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).title);
}

async function counts() {
  const dialog = screen.getByRole('dialog');
  const names = ['New', 'Updated', 'Unchanged', 'Rejected', 'Warnings'];
  return Object.fromEntries(
    names.map(name => [
      name,
      within(dialog).getByText(name).nextElementSibling?.textContent,
    ]),
  );
}

function watchedApi() {
  return new WatchedApi({ now: SAMPLE_NOW });
}

describe('the import', () => {
  it('checks a file in slices, tells problems by the lines of the file, then imports and shows the list anew', async () => {
    const api = watchedApi();
    const dialog = await openDialog(api);
    await choose(GOOD + LONG + BAD + GOOD, 'incidents.jsonl');

    expect(
      await within(dialog).findByText('This is what the import would do'),
    ).toBeVisible();
    expect(await counts()).toEqual({
      New: '3',
      Updated: '0',
      Unchanged: '0',
      Rejected: '1',
      Warnings: '0',
    });
    expect(dialog).toHaveTextContent(/1 × rejected: title is empty/);
    expect(dialog).toHaveTextContent('Line 3');
    expect(
      within(dialog).getByRole('link', { name: 'Download all as CSV' }),
    ).toHaveAttribute('download', 'incidents.jsonl.problems.csv');
    expect(api.sent.map(({ text }) => titlesIn(text))).toEqual([
      ['Queue full', 'Long'],
      ['', 'Queue full'],
    ]);
    expect(api.sent.every(({ options }) => options.dryRun)).toBe(true);
    expect((await api.listIncidents({})).items).toEqual([]);

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Import 3 records' }),
    );
    expect(await within(dialog).findByText('Imported')).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Show the incidents' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('3 incidents')).toBeVisible();
  });

  it('knows formats by name and content, unpacks gzip, and lets somebody choose another', async () => {
    const api = watchedApi();
    const veris = `${JSON.stringify({
      incident_id: 'A-1',
      action: {},
    })}\n`;
    const dialog = await openDialog(api);
    await choose(gzipSync(GOOD + veris), 'vcdb.jsonl.gz');

    await within(dialog).findByText('This is what the import would do');
    expect(dialog).toHaveTextContent('packed with gzip');
    expect(api.sent).toEqual([
      {
        text: GOOD + veris,
        options: expect.objectContaining({ format: 'veris' }),
      },
    ]);

    await userEvent.click(
      within(dialog).getByRole('button', { name: /Format/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Incidents as JSON' }),
    );
    await waitFor(() => expect(api.sent).toHaveLength(2));
    expect(api.sent[1].options.format).toBe('incident');
  });

  it('sends a JSON array whole, packed as it is', async () => {
    const api = watchedApi();
    const dialog = await openDialog(api);
    api.answer = async () => report({ created: 1 });
    const packed = gzipSync('[\n{"title":"One"}\n]');
    await choose(packed, 'incidents.json.gz');

    await within(dialog).findByRole('button', { name: 'Import 1 record' });
    expect(api.sent).toHaveLength(1);
    expect(api.sent[0].options).toMatchObject({
      format: 'incident',
      encoding: 'gzip',
    });
  });

  it('says what is wrong with a file that is none, and asks for a format it cannot tell', async () => {
    const dialog = await openDialog(watchedApi());
    await choose('', 'empty.csv');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'empty.csv is empty.',
    );
    await choose('plain', 'incidents.csv.gz');
    expect(
      await within(dialog).findByText(/is not packed with gzip/),
    ).toBeVisible();

    await choose('what is this', 'notes.txt');
    expect(
      await within(dialog).findByText(/Choose one, and the file is checked/),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Format/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'CSV' }));
    expect(
      await within(dialog).findByText('This is what the import would do'),
    ).toBeVisible();
  });

  it('goes on in the background, and can be stopped with what went in', async () => {
    const api = watchedApi();
    const dialog = await openDialog(api);
    await choose(LONG + LONG + GOOD, 'incidents.jsonl');
    await within(dialog).findByText('This is what the import would do');

    let release = () => {};
    api.answer = (_, { signal }) =>
      new Promise((resolve, reject) => {
        release = () => resolve(report({ created: 1 }));
        signal?.addEventListener('abort', () => reject(new Error('stopped')));
      });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Import 3 records' }),
    );
    await userEvent.click(
      await within(dialog).findByRole('button', {
        name: 'Go on in the background',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(api.sent).toHaveLength(4));
    release();
    await waitFor(() => expect(api.sent).toHaveLength(5));
    await userEvent.click(
      await screen.findByRole('button', { name: /Importing: \d+ %/ }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));

    expect(await screen.findByText('Not all of it went in')).toBeVisible();
    expect(screen.getByText(/You stopped the import/)).toBeVisible();
    expect(await counts()).toMatchObject({ New: '1' });
  });

  it('says what went in when the backend fails on the way', async () => {
    const api = watchedApi();
    const dialog = await openDialog(api);
    await choose(LONG + GOOD, 'incidents.jsonl');
    await within(dialog).findByText('This is what the import would do');

    api.answer = async text => {
      if (text === GOOD) {
        throw new Error('The line is down');
      }
      return report({ created: 1 });
    };
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Import 2 records' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The line is down',
    );
    expect(await counts()).toMatchObject({ New: '1' });
  });
});

function report(counted: Partial<ImportReport>): ImportReport {
  return {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
    rows: [],
    ...counted,
  };
}
