import { makeStyles } from '@material-ui/core/styles';
import {
  RISK_FACTORS,
  RiskWeights,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { MARK_CONTRAST, blend, toneColor } from '../../components/palette';
import { factorName, formatWeight } from './formatRisk';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(40px, 160px) max-content',
      gap: theme.spacing(0.25, 1.5),
      alignItems: 'center',
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontVariantNumeric: 'tabular-nums',
    },
    row: { display: 'contents' },
    bar: {
      height: 8,
      borderRadius: 2,
      backgroundColor: theme.palette.divider,
      overflow: 'hidden',
    },
    fill: {
      display: 'block',
      height: '100%',
      backgroundColor: blend(
        toneColor(theme, 'info', MARK_CONTRAST),
        theme.palette.background.paper,
        0.85,
      ),
    },
    value: { display: 'contents' },
    number: { textAlign: 'right' },
  }),
  { name: 'IncidentLearningWeightList' },
);

/** The five weights, each with its bar. */
export function WeightList({ weights }: { weights: RiskWeights }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {RISK_FACTORS.map(factor => (
        <div key={factor} className={classes.row}>
          <dt>{factorName(factor)}</dt>
          <dd className={classes.value}>
            <span className={classes.bar}>
              <span
                className={classes.fill}
                style={{ width: `${weights[factor] * 100}%` }}
              />
            </span>
            <span className={classes.number}>
              {formatWeight(weights[factor])}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
