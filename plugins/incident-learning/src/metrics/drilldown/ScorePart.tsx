import { Theme, makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Kpi,
  scoreMoves,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatNumber, formatPoints, formatShare } from '../../components';
import { PatchLink } from '../../components/PatchLink';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { DataTable } from '../comparisons/DataTable';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    track: {
      position: 'relative',
      width: 120,
      height: 10,
      marginTop: 5,
      backgroundColor: theme.palette.divider,
    },
    bar: { height: 10 },
    before: {
      position: 'absolute',
      top: -3,
      width: 2,
      height: 16,
      marginLeft: -1,
      backgroundColor: theme.palette.text.primary,
    },
    none: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningScorePart' },
);

type Breakdown = NonNullable<Kpi['breakdown']>;

/** The figures that a score is the mean of: how far each meets its target, now and before, and what moved the score. */
export function ScorePart(props: { breakdown: Breakdown; compared: boolean }) {
  const { breakdown, compared } = props;
  const shown = breakdown.filter(
    ({ attainment }) => compared || attainment !== undefined,
  );
  const columns = columnsOf(breakdown);
  return (
    <Part
      title="What it is made of"
      description={`The mean of these, by their weights. A figure without data is left out, and the others weigh more.${
        compared
          ? ' The mark on a bar is the period before. A figure moves the score where it has data in both periods.'
          : ''
      }`}
    >
      <DataTable
        caption="The figures behind the score"
        columns={[
          { header: 'Figure' },
          { header: 'How far it meets its target' },
          ...columns
            .filter(({ before }) => compared || !before)
            .map(({ header }) => ({ header, numeric: true })),
        ]}
        rows={shown.map(part => ({
          key: part.id,
          cells: [
            <PatchLink key="link" patch={{ kpi: part.id }}>
              {part.name}
            </PatchLink>,
            <Bar
              key="bar"
              share={part.attainment}
              before={compared ? part.previousAttainment : undefined}
            />,
            ...columns
              .filter(({ before }) => compared || !before)
              .map(({ header, cell }) => cell(part) ?? <None key={header} />),
          ],
        }))}
      />
    </Part>
  );
}

interface Column {
  header: string;
  /** Whether it is of the period before. */
  before?: boolean;
  cell: (part: Breakdown[number]) => string | undefined;
}

function columnsOf(breakdown: Breakdown): Column[] {
  const total = breakdown.reduce(
    (sum, { weight, attainment }) =>
      sum + (attainment === undefined ? 0 : weight),
    0,
  );
  const moves = new Map(
    scoreMoves(breakdown).map(({ id, points }) => [id, points]),
  );
  const alike = breakdown.every(({ weight }) => weight === breakdown[0].weight);
  const share: Column = {
    header: 'Share of the score',
    cell: ({ weight, attainment }) =>
      attainment === undefined ? undefined : formatShare(weight / total),
  };
  return [
    {
      header: 'Met',
      cell: ({ attainment }) =>
        attainment === undefined ? undefined : formatShare(attainment),
    },
    {
      header: 'Before',
      before: true,
      cell: ({ previousAttainment }) =>
        previousAttainment === undefined
          ? undefined
          : formatShare(previousAttainment),
    },
    ...(alike ? [] : [share]),
    {
      header: 'Adds',
      cell: ({ attainment, weight }) =>
        attainment === undefined
          ? undefined
          : formatNumber((100 * attainment * weight) / total),
    },
    {
      header: 'Moves it by',
      before: true,
      cell: ({ id }) => {
        const points = moves.get(id);
        return points === undefined ? undefined : formatPoints(points);
      },
    },
  ];
}

function None() {
  const classes = useStyles();
  return <span className={classes.none}>no data</span>;
}

function Bar(props: { share?: number; before?: number }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  const { share = 0, before } = props;
  return (
    <div className={classes.track} aria-hidden>
      <div
        className={classes.bar}
        style={{
          width: `${share * 100}%`,
          backgroundColor: toneColor(theme, 'info', MARK_CONTRAST),
        }}
      />
      {before !== undefined && (
        <div className={classes.before} style={{ left: `${before * 100}%` }} />
      )}
    </div>
  );
}
