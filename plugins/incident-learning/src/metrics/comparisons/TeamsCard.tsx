import { useCallback, useId, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import useLatest from 'react-use/esm/useLatest';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type {
  Kpi,
  MetricBreakdown,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EmptyState, LazyFunnelChart } from '../../components';
import { patchParams, useUrlParams } from '../../url';
import { headlineLabel, countOf, intervalOf } from '../kpiTexts';
import { useBreakdown } from '../useMetrics';
import { CardFrame } from './CardFrame';
import type { CardProps } from './Comparisons';
import { useTitles } from './useTitles';

/** Shares of incidents, by which teams can be laid side by side. */
const COMPARABLE = [
  'repeat-incident-rate',
  'severity-distribution',
  'review-completion-rate',
  'root-cause-identification-rate',
];

/** Teams side by side in a funnel plot, so that small ones are not ranked by noise. */
export function TeamsCard(props: CardProps) {
  const { metrics, selection } = props;
  const id = useId();
  const [params, update] = useUrlParams();
  const kpis = metrics.kpis.filter(kpi => COMPARABLE.includes(kpi.id));
  const kpi = kpis.find(one => one.id === params.get('teams')) ?? kpis[0];
  const breakdown = useBreakdown(selection, kpi?.id ?? COMPARABLE[0], 'team');
  if (!kpi) {
    return null;
  }
  return (
    <CardFrame
      title="Teams side by side"
      description="A team with few incidents has a share that chance moves far. What lies between the limits is no reason to praise or to ask; what lies outside is worth a look. An incident that touched services of several teams counts in each."
      what="the teams"
      data={breakdown}
      action={
        <TextField
          select
          id={id}
          label="By"
          variant="outlined"
          size="small"
          value={kpi.id}
          onChange={event => update({ teams: event.target.value })}
          style={{ minWidth: 190 }}
        >
          {kpis.map(one => (
            <MenuItem key={one.id} value={one.id}>
              {nameOf(one)}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      {data => <Teams data={data} kpi={kpi} />}
    </CardFrame>
  );
}

function Teams({ data, kpi }: { data: MetricBreakdown; kpi: Kpi }) {
  const navigate = useNavigate();
  const [params] = useUrlParams();
  const latest = useLatest(params);
  const teams = useMemo(() => teamsOf(data), [data]);
  const titleOf = useTitles(teams.map(({ key }) => key));
  const points = useMemo(
    () => teams.map(team => ({ ...team, label: titleOf(team.key) })),
    [teams, titleOf],
  );
  const open = useCallback(
    (scope: string) => navigate(`?${patchParams(latest.current, { scope })}`),
    [navigate, latest],
  );
  const center = data.whole.value;
  if (teams.length < 2 || center === undefined) {
    return (
      <EmptyState
        title="Not two teams to compare"
        description="As soon as incidents touch entities of two owners that the catalog knows, they stand side by side here."
      />
    );
  }
  return (
    <LazyFunnelChart
      title={nameOf(kpi)}
      headingLevel="h4"
      valueName={nameOf(kpi)}
      center={center}
      points={points}
      onSelect={open}
    />
  );
}

function teamsOf({ items, kpi }: MetricBreakdown) {
  return items.flatMap(item =>
    item.key !== undefined && item.value !== undefined
      ? [
          {
            key: item.key,
            value: item.value,
            n: countOf(kpi.unit, item),
            ci: intervalOf(kpi.unit, item),
          },
        ]
      : [],
  );
}

function nameOf(kpi: Kpi): string {
  const label = headlineLabel(kpi);
  return label ? `${kpi.name}: ${label}` : kpi.name;
}
