import { useId } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { Kpi } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../components';
import { PatchLink } from '../components/PatchLink';

const useStyles = makeStyles(
  theme => ({
    root: {
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(1.5, 2),
    },
    name: {
      margin: theme.spacing(0, 0, 1),
      paddingTop: 3,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.4,
      fontWeight: 500,
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.45,
    },
    verdict: { color: theme.palette.text.secondary },
    kpis: { margin: 0 },
  }),
  { name: 'IncidentLearningChangesTile' },
);

/** Which figures changed against the period before, beyond what chance would do, and which targets are met. */
export function ChangesTile(props: { kpis: Kpi[]; comparable: boolean }) {
  const classes = useStyles();
  const nameId = useId();
  const { kpis, comparable } = props;
  const having = (verdict: Kpi['verdict']) =>
    kpis.filter(kpi => kpi.verdict === verdict);
  const judged = kpis.filter(({ attained }) => attained !== undefined);
  const rows: [string, Kpi[], string][] = [
    ...(comparable
      ? ([
          ['Improved', having('improved'), 'None'],
          ['Worsened', having('worsened'), 'None'],
        ] as [string, Kpi[], string][])
      : []),
    ['Target met', judged.filter(({ attained }) => attained), 'None'],
    ['Target missed', judged.filter(({ attained }) => !attained), 'None'],
  ];
  return (
    <Paper
      variant="outlined"
      className={classes.root}
      role="group"
      aria-labelledby={nameId}
    >
      <h4 id={nameId} className={classes.name}>
        What stands out
      </h4>
      <dl className={classes.list}>
        {rows.map(([name, found, none]) => (
          <Row key={name} name={name} kpis={found} none={none} />
        ))}
        {comparable && (
          <>
            <dt className={classes.verdict}>No change told</dt>
            <dd className={classes.kpis}>
              {formatQuantity(having('no-detectable-change').length, 'figure')}
              {having('not-enough-data').length > 0 &&
                `, ${having('not-enough-data').length} with too little data`}
            </dd>
          </>
        )}
      </dl>
    </Paper>
  );
}

function Row(props: { name: string; kpis: Kpi[]; none: string }) {
  const classes = useStyles();
  const { name, kpis, none } = props;
  return (
    <>
      <dt className={classes.verdict}>{name}</dt>
      <dd className={classes.kpis}>
        {kpis.length === 0 && none}
        {kpis.map((kpi, index) => (
          <span key={kpi.id}>
            {index > 0 && ', '}
            <PatchLink patch={{ kpi: kpi.id }}>{kpi.name}</PatchLink>
          </span>
        ))}
      </dd>
    </>
  );
}
