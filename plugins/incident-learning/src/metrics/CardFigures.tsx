import { ReactNode } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  Kpi,
  KpiId,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DefinitionButton, formatCount, formatQuantity } from '../components';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { incidentsRouteRef } from '../routes';
import { patchParams } from '../url';
import { kpiOf } from './chartData';
import { describeDetail, describeReading, headlineLabel } from './kpiTexts';
import { OpenIncidents, UNRESOLVED } from './useOpenIncidents';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
      gap: theme.spacing(2),
      margin: 0,
      fontVariantNumeric: 'tabular-nums',
    },
    // As high as a figure: its name, value and note.
    bone: { height: 74, borderRadius: theme.shape.borderRadius },
    name: {
      display: 'flex',
      alignItems: 'center',
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    value: {
      margin: 0,
      fontSize: theme.typography.pxToRem(22),
      lineHeight: 1.3,
      fontWeight: 700,
    },
    note: {
      margin: 0,
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningCardFigures' },
);

const CARD_KPIS: KpiId[] = ['mttd', 'mttc', 'repeat-incident-rate'];

/** The card's figures: name, value, and what it stands on. */
export function CardFigures(props: {
  scope: string;
  metrics: Metrics;
  open: OpenIncidents;
}) {
  const classes = useStyles();
  const { scope, metrics, open } = props;
  const kpis = CARD_KPIS.flatMap(id => kpiOf(metrics, id) ?? []);
  return (
    <dl className={classes.list}>
      <OpenFigure scope={scope} open={open} />
      <Figure
        name="Incidents"
        definition="Incidents by the time they were detected or, where that is not known, declared, occurred or recorded. Drills never count."
        value={formatCount(metrics.incidents)}
        note="last 365 days"
      />
      {kpis.map(kpi => (
        <KpiFigure key={kpi.id} kpi={kpi} />
      ))}
    </dl>
  );
}

/** Stands in for the figures while they load, as high as they. */
export function CardFiguresSkeleton() {
  const classes = useStyles();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>Loading the incidents</VisuallyHidden>
      <div className={classes.list} aria-hidden>
        {['open', 'incidents', ...CARD_KPIS].map(id => (
          <Skeleton key={id} variant="rect" className={classes.bone} />
        ))}
      </div>
    </div>
  );
}

function OpenFigure(props: { scope: string; open: OpenIncidents }) {
  const { scope, open } = props;
  const incidentsRoute = useRouteRef(incidentsRouteRef);
  const query = patchParams(new URLSearchParams(), {
    scope,
    status: UNRESOLVED,
  });
  const count = formatCount(open.unresolved);
  return (
    <Figure
      name="Open"
      definition="Incidents that are not resolved yet, whenever they were detected. Drills never count."
      value={
        open.unresolved > 0 ? (
          <Link
            to={`${incidentsRoute()}?${query}`}
            aria-label={formatQuantity(open.unresolved, 'open incident')}
          >
            {count}
          </Link>
        ) : (
          count
        )
      }
      note={
        open.contained > 0
          ? `of which ${formatCount(open.contained)} contained`
          : 'not yet resolved'
      }
    />
  );
}

function KpiFigure({ kpi }: { kpi: Kpi }) {
  const { value = 'No data', n } = describeReading(kpi.unit, kpi);
  const label = headlineLabel(kpi);
  return (
    <Figure
      name={kpi.name}
      definition={`${kpi.definition} Of the last 365 days.`}
      value={value}
      note={
        kpi.unit === 'share'
          ? describeDetail(kpi)
          : `${label ? `${label}, ` : ''}n ${formatCount(n)}`
      }
    />
  );
}

function Figure(props: {
  name: string;
  definition: string;
  value: ReactNode;
  note: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div>
      <dt className={classes.name}>
        {props.name}
        <DefinitionButton name={props.name}>
          {props.definition}
        </DefinitionButton>
      </dt>
      <dd className={classes.value}>{props.value}</dd>
      <dd className={classes.note}>{props.note}</dd>
    </div>
  );
}
