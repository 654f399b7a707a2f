import {
  INCIDENT_TIMES,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { readAll } from '../__testUtils__/files';
import { CSV_FIELDS } from './cells';
import { CsvIncidentImporter } from './CsvIncidentImporter';

const importer = new CsvIncidentImporter();

function read(...lines: string[]) {
  return readAll(importer, lines.join('\n'));
}

function rejected(line: number, path: string, message: string) {
  return {
    line,
    problems: [{ path, message: expect.stringContaining(message) }],
  };
}

describe('CsvIncidentImporter', () => {
  it('reads every field of an incident', async () => {
    const cells: Record<string, string> = {
      title: '"Checkout ""again"", slow"',
      summary: '"First line\nsecond line"',
      impact: 'Orders lost',
      kind: 'Operational',
      status: 'resolved',
      severity: 'HIGH',
      category: 'outage',
      attackVector: 'config',
      entityRefs: 'component:default/checkout; component:default/cart',
      occurredAt: '2024-05-17T09:30:00Z',
      detectedAt: '2024-05-17',
      declaredAt: '2024-05',
      containedAt: '2024',
      resolvedAt: '2024-05-18 10:00+02:00',
      closedAt: '2024-05-19',
      'precision.closedAt': 'month',
      reportedTimeToDetectMs: '60000',
      reportedTimeToContainMs: '1.5e5',
      'source.system': 'pager',
      'source.id': 'INC-1',
      'source.url': 'https://pager.example/1',
      sourceData: '"{""room"": 12}"',
      drill: 'no',
      visibility: 'internal',
      tags: 'eu;  payment',
      participants: 'commander=user:default/amelia; scribe = user:default/bo',
      timeline: '"[{""at"":""2024-05-17T09:30:00Z"",""event"":""deploy""}]"',
      links: 'https://a.example/1 https://a.example/2',
      'riskFactors.exposure': '0.25',
      confidence: '1',
      blastRadius: 'one region',
      containmentOption: 'roll back',
      approvalOutcome: 'granted',
    };
    const [record] = await read(
      Object.keys(cells).join(','),
      Object.values(cells).join(','),
    );
    expect(record).toMatchObject({ line: 2 });
    expect(incidentInputSchema.parse(record.incident)).toEqual({
      title: 'Checkout "again", slow',
      summary: 'First line\nsecond line',
      impact: 'Orders lost',
      kind: 'operational',
      status: 'resolved',
      severity: 'high',
      category: 'outage',
      attackVector: 'config',
      entityRefs: ['component:default/checkout', 'component:default/cart'],
      occurredAt: '2024-05-17T09:30:00.000Z',
      detectedAt: '2024-05-17T00:00:00.000Z',
      declaredAt: '2024-05-01T00:00:00.000Z',
      containedAt: '2024-01-01T00:00:00.000Z',
      resolvedAt: '2024-05-18T08:00:00.000Z',
      closedAt: '2024-05-19T00:00:00.000Z',
      precision: {
        detectedAt: 'day',
        declaredAt: 'month',
        containedAt: 'year',
        closedAt: 'month',
      },
      reportedTimeToDetectMs: 60000,
      reportedTimeToContainMs: 150000,
      source: { system: 'pager', id: 'INC-1', url: 'https://pager.example/1' },
      sourceData: { room: 12 },
      drill: false,
      visibility: 'internal',
      tags: ['eu', 'payment'],
      participants: [
        { role: 'commander', entityRef: 'user:default/amelia' },
        { role: 'scribe', entityRef: 'user:default/bo' },
      ],
      timeline: [{ at: '2024-05-17T09:30:00.000Z', event: 'deploy' }],
      links: [{ url: 'https://a.example/1' }, { url: 'https://a.example/2' }],
      riskFactors: { exposure: 0.25 },
      confidence: 1,
      blastRadius: 'one region',
      containmentOption: 'roll back',
      approvalOutcome: 'granted',
    });
  });

  it('has a column for each field of an incident', () => {
    const names = CSV_FIELDS.map(field => field.split('.')[0]);
    expect(new Set(names)).toEqual(
      new Set(Object.keys(incidentInputSchema.shape)),
    );
    expect(CSV_FIELDS.filter(field => field.startsWith('precision.'))).toEqual(
      INCIDENT_TIMES.map(time => `precision.${time}`),
    );
  });

  it.each([[','], [';'], ['\t']])(
    'takes what separates the cells from the first line (%j)',
    async separator => {
      expect(
        await read(
          '\uFEFFTitle,Source-System,source_id,Detected at'.replace(
            /,/g,
            separator,
          ),
          'Slow,pager,1,2024-05'.replace(/,/g, separator),
          ',,,'.replace(/,/g, separator),
          '',
          '5" disk full,pager,2,'.replace(/,/g, separator),
        ),
      ).toEqual([
        {
          line: 2,
          incident: {
            title: 'Slow',
            source: { system: 'pager', id: '1' },
            detectedAt: '2024-05-01T00:00:00.000Z',
            precision: { detectedAt: 'month' },
          },
        },
        {
          line: 5,
          incident: {
            title: '5" disk full',
            source: { system: 'pager', id: '2' },
          },
        },
      ]);
    },
  );

  it('tells wrong columns once, and reads the others', async () => {
    expect(
      await read(
        'title,occuredAt,colour,severity,severity,,ID',
        'Slow,2024,red,high,low,,1',
        'Slower,2024,red,low,low,lost,2',
      ),
    ).toEqual([
      {
        line: 1,
        problems: [
          {
            path: 'occuredAt',
            message: expect.stringContaining('did you mean occurredAt?'),
          },
          {
            path: 'colour',
            message: expect.stringContaining('name it after a field'),
          },
          {
            path: 'severity',
            message: expect.stringContaining('the one in column 5 is left out'),
          },
          {
            path: 'ID',
            message: expect.stringContaining('did you mean source.id?'),
          },
        ],
      },
      { line: 2, incident: { title: 'Slow', severity: 'high' } },
      {
        line: 3,
        incident: { title: 'Slower', severity: 'low' },
        problems: [
          {
            path: '',
            message: expect.stringContaining('Column 6 has no name'),
          },
        ],
      },
    ]);
  });

  it('rejects a file that cannot be read at all, with one row', async () => {
    expect(await read('titel,severity', 'Slow,high', 'Slower,low')).toEqual([
      rejected(1, 'title', 'rename the column titel'),
    ]);
    expect(await read('"a","b"', '1,2')).toEqual([
      rejected(1, 'title', 'the first line names the columns'),
    ]);
    expect(await read('title,source.id', 'Slow,1')).toEqual([
      rejected(1, 'source.system', 'needs both'),
    ]);
    expect(await read('', ' ')).toEqual([rejected(1, '', 'The file is empty')]);
    expect(
      await readAll(importer, Buffer.from('title,g\u00fcte\na,b', 'latin1')),
    ).toEqual([rejected(1, '', 'is no UTF-8')]);
  });

  it('rejects a cell that cannot be read, naming the column and what to write', async () => {
    const cell = (field: string, value: string) =>
      read(`title,${field}`, `a,${value}`);
    expect(await cell('occurredAt', '2018-02-29')).toEqual([
      rejected(2, 'occurredAt', 'is no time that exists'),
    ]);
    expect(await cell('occurredAt', '2018-02-29T10:00:00Z')).toEqual([
      rejected(2, 'occurredAt', 'is no time that exists'),
    ]);
    expect(await cell('confidence', 'high')).toEqual([
      rejected(2, 'confidence', 'such as 0.25'),
    ]);
    expect(await cell('drill', 'maybe')).toEqual([
      rejected(2, 'drill', 'write true, false, yes, no, 1 or 0'),
    ]);
    expect(await cell('timeline', '[{]')).toEqual([
      rejected(2, 'timeline', 'is no JSON'),
    ]);
    expect(await cell('participants', 'amelia')).toEqual([
      rejected(2, 'participants', 'commander=user:default/amelia'),
    ]);
    const [both] = await read('title,drill,confidence', 'a,maybe,high');
    expect(both.problems).toHaveLength(2);
    expect(both.incident).toBeUndefined();
  });

  it('rejects a record with too few or too many cells, and what cannot be told apart', async () => {
    expect(
      await read('title,severity', '"a', 'b"', 'a,low,1', '"a"b,low', 'a,low'),
    ).toEqual([
      rejected(2, '', 'has 1 cells where the first line names 2 columns'),
      rejected(4, '', 'has 3 cells'),
      rejected(5, '', 'A quotation mark stands where none may'),
      { line: 6, incident: { title: 'a', severity: 'low' } },
    ]);
  });
});
