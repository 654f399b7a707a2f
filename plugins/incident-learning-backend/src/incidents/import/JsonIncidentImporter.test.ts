import { readAll, thenFails } from './__testUtils__/files';
import { JsonIncidentImporter } from './JsonIncidentImporter';

const importer = new JsonIncidentImporter();

describe('JsonIncidentImporter', () => {
  it('reads incidents from lines as from an array, and gives the line of what it cannot read', async () => {
    const expected = [
      { line: 2, incident: { title: 'Checkout is slow', tags: ['eu'] } },
      {
        line: 3,
        problems: [
          { path: '', message: expect.stringContaining('no valid JSON') },
        ],
      },
      { line: 4, incident: { title: 'Müll' } },
    ];
    expect(
      await readAll(
        importer,
        '\n{"title":"Checkout is slow","tags":["eu"]}\n{"title":x}\n{"title":"Müll"}\n',
      ),
    ).toEqual(expected);
    expect(
      await readAll(
        importer,
        '[\n{"title":"Checkout is slow","tags":["eu"]},\n{"title":x},\n{"title":"Müll"}]',
      ),
    ).toEqual(expected);
  });

  it('keeps what came before an upload is cut off', async () => {
    expect(
      await readAll(
        importer,
        thenFails('{"title":"a"}\n{"title":"b"}', 'unexpected end of file'),
      ),
    ).toEqual([
      { line: 1, incident: { title: 'a' } },
      {
        line: 2,
        problems: [
          {
            path: '',
            message: expect.stringContaining(
              'ends early here (unexpected end of file)',
            ),
          },
        ],
      },
    ]);
  });
});
