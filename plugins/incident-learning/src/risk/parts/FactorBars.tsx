import { makeStyles } from '@material-ui/core/styles';
import {
  IncidentRisk,
  RISK_FACTORS,
  RiskFactor,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { factorName, formatWeight } from './formatRisk';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-block', whiteSpace: 'nowrap' },
    svg: { display: 'block', overflow: 'visible' },
    ground: { stroke: theme.palette.divider },
    stated: { fill: toneColor(theme, 'info', MARK_CONTRAST) },
    derived: {
      fill: 'none',
      stroke: toneColor(theme, 'info', MARK_CONTRAST),
      strokeWidth: 1.5,
    },
    missing: {
      fill: 'none',
      stroke: toneColor(theme, 'neutral', MARK_CONTRAST),
      strokeDasharray: '2 2',
    },
    letter: {
      fill: theme.palette.text.secondary,
      fontFamily: theme.typography.fontFamily,
      fontSize: 10,
      textAnchor: 'middle',
    },
  }),
  { name: 'IncidentLearningFactorBars' },
);

const HEIGHT = 24;
const STEP = 15;
const BAR = 9;

const LETTERS: Record<RiskFactor, string> = {
  exposure: 'E',
  severity: 'S',
  controlGap: 'C',
  activity: 'A',
  businessImpact: 'B',
};

/** The five factors as bars: filled where a person stated it, hollow where it was derived, dashed where it is not known. */
export function FactorBars({ risk }: { risk: IncidentRisk | undefined }) {
  const classes = useStyles();
  const words = RISK_FACTORS.map(factor => describe(risk, factor));
  return (
    <span className={classes.root} title={words.join('\n')}>
      <svg
        className={classes.svg}
        width={STEP * RISK_FACTORS.length}
        height={HEIGHT + 13}
        aria-hidden
        focusable={false}
      >
        <line
          className={classes.ground}
          x1={0}
          x2={STEP * RISK_FACTORS.length}
          y1={HEIGHT + 0.5}
          y2={HEIGHT + 0.5}
        />
        {RISK_FACTORS.map((factor, index) => {
          const value = risk?.factors[factor];
          const height = value === undefined ? HEIGHT - 2 : value * HEIGHT;
          return (
            <g key={factor}>
              <rect
                className={classes[kindOf(risk, factor)]}
                x={index * STEP + 3}
                y={HEIGHT - height}
                width={BAR}
                height={height}
              />
              <text
                className={classes.letter}
                x={index * STEP + 3 + BAR / 2}
                y={HEIGHT + 11}
              >
                {LETTERS[factor]}
              </text>
            </g>
          );
        })}
      </svg>
      <VisuallyHidden>{words.join(', ')}</VisuallyHidden>
    </span>
  );
}

function kindOf(risk: IncidentRisk | undefined, factor: RiskFactor) {
  if (risk?.factors[factor] === undefined) {
    return 'missing';
  }
  return risk.derived.includes(factor) ? 'derived' : 'stated';
}

function describe(risk: IncidentRisk | undefined, factor: RiskFactor): string {
  const value = risk?.factors[factor];
  const kind = kindOf(risk, factor);
  return value === undefined
    ? `${factorName(factor)}: not known`
    : `${factorName(factor)}: ${formatWeight(value)}, ${kind}`;
}

/** What the bars mean. */
export function FactorLegend() {
  const classes = useStyles();
  const glyph = (kind: 'stated' | 'derived' | 'missing') => (
    <svg width={BAR + 2} height={12} aria-hidden focusable={false}>
      <rect className={classes[kind]} x={1} y={1} width={BAR} height={10} />
    </svg>
  );
  return (
    <>
      Factors from 0 to 1: Exposure, Severity, Control gap, Activity, Business
      impact. {glyph('stated')} stated, {glyph('derived')} derived,{' '}
      {glyph('missing')} not known.
    </>
  );
}
