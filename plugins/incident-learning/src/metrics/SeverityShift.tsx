import { Theme, makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Kpi,
  KpiDistribution,
  SEVERITIES,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatShare } from '../components';
import { severityFill, severityOutline } from '../components/palette';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(13),
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        padding: theme.spacing(0.5, 1, 0.5, 0),
        fontWeight: 400,
        textAlign: 'left',
      },
      '& .numeric': { textAlign: 'right', whiteSpace: 'nowrap' },
    },
    period: { whiteSpace: 'nowrap', fontWeight: 700 },
    bars: {
      display: 'grid',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1.5),
    },
    bar: { display: 'flex', height: 28, gap: 1 },
    name: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(13),
    },
    swatch: {
      display: 'inline-block',
      width: 10,
      height: 10,
      marginRight: theme.spacing(1),
      boxSizing: 'border-box',
    },
    segment: { boxSizing: 'border-box', minWidth: 2 },
  }),
  { name: 'IncidentLearningSeverityShift' },
);

const KNOWN = SEVERITIES.filter(level => level !== 'unknown');

/** The severities of a period beside those of the period before, as shares of what is known; the table says the same in numbers. */
export function SeverityShift(props: { kpi: Kpi; compare: boolean }) {
  const classes = useStyles();
  const { kpi, compare } = props;
  const periods = [
    { label: 'This period', counts: kpi.distribution },
    ...(compare
      ? [{ label: 'Period before', counts: kpi.previous.distribution }]
      : []),
  ].flatMap(({ label, counts }) => (counts ? [{ label, counts }] : []));
  return (
    <>
      <div className={classes.bars} aria-hidden>
        {periods.map(({ label, counts }) => (
          <div key={label}>
            <div className={classes.name}>
              <span>{label}</span>
              <span>n {formatCount(knownOf(counts))}</span>
            </div>
            <ShareBar counts={counts} />
          </div>
        ))}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Severity</th>
            {periods.map(({ label }) => (
              <th key={label} scope="col" className="numeric">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {KNOWN.map(level => (
            <tr key={level}>
              <th scope="row">
                <Swatch level={level} />
                {level[0].toUpperCase() + level.slice(1)}
              </th>
              {periods.map(({ label, counts }) => (
                <td key={label} className="numeric">
                  {describeCell(counts, level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ShareBar({ counts }: { counts: KpiDistribution }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  return (
    <div className={classes.bar}>
      {KNOWN.filter(level => counts[level] > 0).map(level => (
        <div
          key={level}
          className={classes.segment}
          style={{
            flex: counts[level],
            backgroundColor: severityFill(theme, level),
            border: `1px solid ${severityOutline(theme, level)}`,
          }}
        />
      ))}
    </div>
  );
}

function Swatch({ level }: { level: Severity }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  return (
    <span
      className={classes.swatch}
      style={{
        backgroundColor: severityFill(theme, level),
        border: `1px solid ${severityOutline(theme, level)}`,
      }}
    />
  );
}

function knownOf(counts: KpiDistribution): number {
  return KNOWN.reduce((sum, level) => sum + counts[level], 0);
}

function describeCell(counts: KpiDistribution, level: Severity): string {
  const known = knownOf(counts);
  return known === 0
    ? 'No data'
    : `${formatShare(counts[level] / known)} · ${formatCount(counts[level])}`;
}
