import type {
  DataQuality,
  DataQualityCounts,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Link } from '@backstage/core-components';
import {
  EmptyState,
  formatCount,
  formatQuantity,
  formatShare,
} from '../../components';
import { BreakdownValue } from '../BreakdownValue';
import { useIncidentsLink } from '../incidentsLink';
import { useDataQuality } from '../useMetrics';
import { CardFrame } from './CardFrame';
import type { CardProps } from './Comparisons';
import { DataTable } from './DataTable';

type Finding = DataQualityCounts['findings'][number];

const TIME_WORDS: Record<string, string> = {
  occurredAt: 'occurrence',
  detectedAt: 'detection',
  declaredAt: 'declaration',
  containedAt: 'containment',
  resolvedAt: 'resolution',
  closedAt: 'closure',
  timeToDetectMs: 'time to detect',
  timeToContainMs: 'time to contain',
  timeToResolveMs: 'time to resolve',
};

const FIRST_COLUMNS = 5;

/** How many incidents lack which time, by team, with the lists to mend. */
export function DataQualityCard(props: CardProps) {
  const { selection } = props;
  const quality = useDataQuality(selection);
  return (
    <CardFrame
      title="What the figures lack"
      description="Incidents of the period with a time that is missing or cannot be true, by the team that can mend them. Each number leads to the list."
      what="the data quality"
      data={quality}
    >
      {data =>
        data.affected === 0 ? (
          <EmptyState
            title="Nothing to mend"
            description={`All times of ${formatQuantity(
              data.incidents,
              'incident',
            )} are known and agree with each other.`}
          />
        ) : (
          <QualityTable {...props} data={data} />
        )
      }
    </CardFrame>
  );
}

function QualityTable(props: CardProps & { data: DataQuality }) {
  const { data, metrics, selection } = props;
  const linkOf = useIncidentsLink(metrics, selection);
  const columns = data.findings.slice(0, FIRST_COLUMNS);
  const cell = (
    finding: Finding,
    row: DataQualityCounts,
    whose: string,
    owner: { owner?: string },
  ) => {
    const found = row.findings.find(
      ({ code, path }) => code === finding.code && path === finding.path,
    );
    return found ? (
      <Link
        key={finding.path}
        aria-label={`${whose}: ${formatQuantity(
          found.incidents,
          'incident',
        )}, ${wordsOf(finding)}`}
        to={linkOf({
          filters: {
            finding: finding.code,
            findingPath: finding.path,
            ...owner,
          },
        })}
      >
        {formatCount(found.incidents)}
      </Link>
    ) : (
      '0'
    );
  };
  const cellsOf = (
    row: DataQualityCounts,
    whose: string,
    owner: { owner?: string } = {},
  ) => [
    `${formatCount(row.affected)} of ${formatCount(
      row.incidents,
    )} (${formatShare(
      row.incidents === 0 ? 0 : row.affected / row.incidents,
    )})`,
    ...columns.map(finding => cell(finding, row, whose, owner)),
  ];
  return (
    <DataTable
      caption="Incidents with something to mend, by team"
      columns={[
        { header: 'Team' },
        { header: 'To mend', numeric: true },
        ...columns.map(finding => ({
          header: wordsOf(finding),
          numeric: true,
        })),
      ]}
      rows={[
        {
          key: 'all',
          cells: [<strong key="all">All</strong>, ...cellsOf(data, 'All')],
        },
        ...data.teams
          .filter(({ affected }) => affected > 0)
          .map(team => ({
            key: team.team ?? '',
            cells: [
              <BreakdownValue key="team" by="team" value={team.team} />,
              ...cellsOf(team, team.team ?? 'Without an owner', {
                owner: team.team ?? 'none',
              }),
            ],
          })),
      ]}
    />
  );
}

function wordsOf({ code, path }: Finding): string {
  const time = TIME_WORDS[path] ?? path;
  switch (code) {
    case 'missing':
      return `No ${time}`;
    case 'negative':
      return `Negative ${time}`;
    case 'out-of-order':
      return `Order of ${time}`;
    case 'in-the-future':
      return `Future ${time}`;
    default:
      return `Coarse ${time}`;
  }
}
