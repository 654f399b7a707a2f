import { Theme, makeStyles, useTheme } from '@material-ui/core/styles';
import type { Kpi } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatNumber, formatShare } from '../../components';
import { PatchLink } from '../../components/PatchLink';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { DataTable } from '../comparisons/DataTable';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    track: {
      width: 120,
      height: 10,
      marginTop: 5,
      backgroundColor: theme.palette.divider,
    },
    bar: { height: 10 },
  }),
  { name: 'IncidentLearningScorePart' },
);

/** The figures that a score is the mean of, each with its weight and how far it meets its target. */
export function ScorePart(props: { breakdown: NonNullable<Kpi['breakdown']> }) {
  const parts = props.breakdown.flatMap(({ attainment, ...part }) =>
    attainment === undefined ? [] : [{ ...part, attainment }],
  );
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Part
      title="What it is made of"
      description="The mean of these, by their weights. A figure without data is left out, and the others weigh more."
    >
      <DataTable
        caption="The figures behind the score"
        columns={[
          { header: 'Figure' },
          { header: 'How far it meets its target' },
          { header: 'Met', numeric: true },
          { header: 'Share of the score', numeric: true },
          { header: 'Adds', numeric: true },
        ]}
        rows={parts.map(({ id, name, weight, attainment }) => ({
          key: id,
          cells: [
            <PatchLink key="link" patch={{ kpi: id }}>
              {name}
            </PatchLink>,
            <Bar key="bar" share={attainment} />,
            formatShare(attainment),
            formatShare(weight / total),
            formatNumber((100 * attainment * weight) / total),
          ],
        }))}
      />
    </Part>
  );
}

function Bar({ share }: { share: number }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  return (
    <div className={classes.track} aria-hidden>
      <div
        className={classes.bar}
        style={{
          width: `${share * 100}%`,
          backgroundColor: toneColor(theme, 'info', MARK_CONTRAST),
        }}
      />
    </div>
  );
}
