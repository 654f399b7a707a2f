import { ReactNode } from 'react';
import { Theme, makeStyles, useTheme } from '@material-ui/core/styles';
import { formatCount, formatRange } from '../format';
import { MARK_CONTRAST, blend, toneColor } from '../palette';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    table: {
      position: 'relative',
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.45,
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 400,
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& th:last-child, & td:last-child': { paddingRight: 0 },
      '& thead th': {
        color: theme.palette.text.secondary,
        fontSize: theme.typography.pxToRem(12),
      },
      '& tbody th': { overflowWrap: 'anywhere' },
      '& .numeric': { textAlign: 'right', whiteSpace: 'nowrap' },
    },
    value: { whiteSpace: 'nowrap', fontWeight: 700 },
    interval: {
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
    },
    drawn: {
      width: '34%',
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
    svg: { display: 'block', width: '100%', overflow: 'visible' },
  }),
  { name: 'IncidentLearningIntervalTable' },
);

/** One reading of a figure. @public */
export interface IntervalRow {
  key: string;
  label: ReactNode;
  /** Absent where there is no data. */
  value?: number;
  /** The 95 % interval. */
  ci?: [number, number];
  n: number;
  /** A word on it, in a column of its own. */
  note?: ReactNode;
}

/** Props of `IntervalTable`. @public */
export interface IntervalTableProps {
  /** What the table is, for those who do not see what stands around it. */
  caption: string;
  /** Of the first column. */
  header: string;
  valueHeader: string;
  noteHeader?: string;
  rows: IntervalRow[];
  format: (value: number) => string;
  /** Draws on a log scale, as durations need it. */
  log?: boolean;
  /** A value to compare with, drawn as a line down all rows. */
  reference?: { label: string; value: number };
}

const HEIGHT = 22;

/**
 * Readings of one figure below each other, each with its n and its 95 %
 * interval, written and drawn on one scale.
 *
 * @public
 */
export function IntervalTable(props: IntervalTableProps) {
  const classes = useStyles();
  const { rows, format, reference } = props;
  const place = scaleOf(props);
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{props.caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{props.header}</th>
          <th scope="col">
            {props.valueHeader}
            {rows.some(({ ci }) => ci) && ', 95 % interval'}
          </th>
          <th scope="col" className={classes.drawn}>
            {reference ? (
              `Dashed: ${reference.label}, ${format(reference.value)}`
            ) : (
              <VisuallyHidden>Drawn</VisuallyHidden>
            )}
          </th>
          {props.noteHeader && <th scope="col">{props.noteHeader}</th>}
          <th scope="col" className="numeric">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td>
              {row.value === undefined ? (
                'No data'
              ) : (
                <span className={classes.value}>{format(row.value)}</span>
              )}
              <div className={classes.interval}>
                {row.ci && formatRange(row.ci, format)}
              </div>
            </td>
            <td className={classes.drawn}>
              <Drawn row={row} place={place} reference={reference?.value} />
            </td>
            {props.noteHeader && <td>{row.note}</td>}
            <td className="numeric">{formatCount(row.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Place = (value: number) => number;

/** Where a value stands, in percent of the width. */
function scaleOf({ rows, log, reference }: IntervalTableProps): Place {
  const size = (value: number) =>
    log ? Math.log(Math.max(1000, value)) : value;
  const sizes = [
    ...rows.flatMap(({ value, ci }) => [
      ...(value === undefined ? [] : [value]),
      ...(ci ?? []),
    ]),
    ...(reference ? [reference.value] : []),
  ].map(size);
  const low = log ? Math.min(...sizes) : Math.min(0, ...sizes);
  const high = Math.max(...sizes);
  return value =>
    high > low ? 2 + ((size(value) - low) / (high - low)) * 96 : 50;
}

function Drawn(props: { row: IntervalRow; place: Place; reference?: number }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  const { row, place, reference } = props;
  const ink = toneColor(theme, 'info', MARK_CONTRAST);
  const middle = HEIGHT / 2;
  return (
    <svg className={classes.svg} height={HEIGHT} aria-hidden>
      {reference !== undefined && (
        <line
          x1={`${place(reference)}%`}
          x2={`${place(reference)}%`}
          y1={-8}
          y2={HEIGHT + 8}
          stroke={theme.palette.text.secondary}
          strokeDasharray="3 3"
        />
      )}
      {row.ci && (
        <line
          x1={`${place(row.ci[0])}%`}
          x2={`${place(row.ci[1])}%`}
          y1={middle}
          y2={middle}
          stroke={blend(ink, theme.palette.background.paper, 0.45)}
          strokeWidth={5}
          strokeLinecap="round"
        />
      )}
      {row.value !== undefined && (
        <circle cx={`${place(row.value)}%`} cy={middle} r={4.5} fill={ink} />
      )}
    </svg>
  );
}
