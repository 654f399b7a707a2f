import type { ImportRow } from '@hindsight/backstage-plugin-incident-learning-common';
import { ProblemCollector, SHOWN_PROBLEMS } from './problems';

function reportOf(rows: ImportRow[]) {
  const count = (outcome: ImportRow['outcome']) =>
    rows.filter(row => row.outcome === outcome).length;
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    warnings: rows.filter(
      row => row.outcome !== 'rejected' && row.problems.length > 0,
    ).length,
    rows,
  };
}

describe('ProblemCollector', () => {
  it('adds up slices, by the lines of the file, those that reject first', async () => {
    const collector = new ProblemCollector();
    collector.add(
      reportOf([
        { line: 1, outcome: 'created', problems: [] },
        {
          line: 2,
          outcome: 'created',
          problems: [{ path: 'detectedAt', message: 'is in the future' }],
        },
      ]),
      0,
    );
    collector.add(
      reportOf([
        {
          line: 1,
          outcome: 'rejected',
          problems: [
            { path: 'timeline.0.at', message: 'is "no", date' },
            { path: 'timeline.12.at', message: 'is "no", date' },
          ],
        },
        {
          line: 3,
          outcome: 'updated',
          problems: [{ path: 'detectedAt', message: 'is in the future' }],
        },
        { line: 4, outcome: 'unchanged', problems: [] },
        {
          line: 5,
          outcome: 'rejected',
          problems: [{ path: '', message: '=1+1 is no JSON' }],
        },
      ]),
      100,
    );

    expect(collector.summary()).toMatchObject({
      created: 2,
      updated: 1,
      unchanged: 1,
      rejected: 2,
      warnings: 2,
      problemCount: 5,
      groups: [
        { path: 'timeline.….at', count: 2, lines: [101, 101], rejects: true },
        { path: '', count: 1, lines: [105], rejects: true },
        { path: 'detectedAt', count: 2, lines: [2, 103], rejects: false },
      ],
    });
    expect(await collector.file().text()).toBe(
      [
        'line,outcome,field,problem',
        '2,created,detectedAt,is in the future',
        '101,rejected,timeline.0.at,"is ""no"", date"',
        '101,rejected,timeline.12.at,"is ""no"", date"',
        '103,updated,detectedAt,is in the future',
        "105,rejected,,'=1+1 is no JSON",
        '',
      ].join('\r\n'),
    );
  });

  it('holds the first of very many, and writes all of them down', async () => {
    const collector = new ProblemCollector();
    for (let slice = 0; slice < 10; slice++) {
      collector.add(
        reportOf(
          Array.from({ length: 100 }, (_, index) => ({
            line: index + 1,
            outcome: 'rejected',
            problems: [{ path: 'id', message: `${slice}.${index} is taken` }],
          })),
        ),
        slice * 100,
      );
    }

    const { problems, groups, problemCount } = collector.summary();
    expect(problemCount).toBe(1000);
    expect(problems).toHaveLength(SHOWN_PROBLEMS);
    expect(groups[0]).toMatchObject({ message: 'Other problems', count: 700 });
    expect((await collector.file().text()).split('\r\n')).toHaveLength(1002);
  });
});
