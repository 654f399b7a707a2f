import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatFigure } from '@hindsight/backstage-plugin-incident-learning-common';
import { IntervalRow, IntervalTable, describeCounts } from '../../components';
import { TargetTag, VerdictTag } from '../kpiTags';
import {
  absentReason,
  countOf,
  describeDetail,
  headlineLabel,
  headlineOf,
  intervalOf,
  missingWhat,
  valueName,
} from '../kpiTexts';
import { explainTrend, explainVerdict } from '../verdictTexts';
import type { DrillDownProps } from './DrillDownBody';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    headline: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontVariantNumeric: 'tabular-nums',
    },
    value: {
      fontSize: theme.typography.pxToRem(34),
      lineHeight: 1.3,
      fontWeight: 700,
    },
    label: { color: theme.palette.text.secondary },
    line: { margin: theme.spacing(0.5, 0, 0), maxWidth: '75ch' },
    table: { marginTop: theme.spacing(2) },
  }),
  { name: 'IncidentLearningHeadlinePart' },
);

/** The value, what it means, and this period beside the one before. */
export function HeadlinePart(props: DrillDownProps) {
  const classes = useStyles();
  const { kpi, metrics, selection } = props;
  const { value, unit } = headlineOf(kpi);
  const label = [unit, headlineLabel(kpi)].filter(Boolean).join(', ');
  const sentences = [
    explainVerdict(kpi),
    explainTrend(kpi, metrics.interval),
  ].filter(Boolean);
  return (
    <div>
      <div className={classes.headline}>
        <span className={classes.value}>
          {kpi.approximate && '≈ '}
          {value ?? 'No data'}
        </span>
        {value && label && <span className={classes.label}>{label}</span>}
        <TargetTag kpi={kpi} />
        <VerdictTag kpi={kpi} />
      </div>
      <Typography className={classes.line}>
        {value ? describeDetail(kpi) : absentReason(kpi, metrics.incidents)}
      </Typography>
      {sentences.map(sentence => (
        <Typography key={sentence} className={classes.line}>
          {sentence}
        </Typography>
      ))}
      <Typography variant="body2" className={classes.line}>
        {describeCounts({
          n: countOf(kpi.unit, kpi),
          missing: kpi.missing,
          invalid: kpi.invalid,
          undated: kpi.undated,
          missingWhat: missingWhat(kpi),
        })}
        {kpi.approximate && ' · approximate, within 1 %'}
      </Typography>
      <div className={classes.table}>
        <Part title="What it is" description={kpi.definition}>
          {selection.period.from && <Compared {...props} />}
        </Part>
      </div>
    </div>
  );
}

function Compared({ kpi }: DrillDownProps) {
  const { unit } = kpi;
  const rowOf = (
    key: string,
    label: string,
    reading: typeof kpi.previous,
  ): IntervalRow => ({
    key,
    label,
    value: reading.value,
    ci: intervalOf(unit, reading),
    n: countOf(unit, reading),
  });
  return (
    <IntervalTable
      caption={`${kpi.name}: this period and the one before`}
      header="Period"
      valueHeader={valueName(kpi)}
      rows={[
        rowOf('now', 'This period', kpi),
        rowOf('before', 'Period before', kpi.previous),
      ]}
      format={value => formatFigure(value, unit)}
      log={unit === 'ms'}
      reference={
        kpi.target === 'trend'
          ? undefined
          : { label: 'target', value: kpi.target }
      }
    />
  );
}
