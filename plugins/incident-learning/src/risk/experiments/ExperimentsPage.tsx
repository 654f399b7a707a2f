import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EXPERIMENT_STATUSES,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatCount,
  formatQuantity,
  formatTime,
} from '../../components';
import { FilterSelect } from '../../components/filters';
import { PersonName } from '../../components/entities';
import { riskExperimentRouteRef, riskWhatIfRouteRef } from '../../routes';
import { useUrlParams } from '../../url';
import { DataTable, RiskFrame, useDataTableStyles } from '../parts';
import { CompareExperiments } from './CompareExperiments';
import { describeChange } from './describe';
import { STATUS_WORDS, StatusTag } from './StatusTag';
import { useExperiments } from './useExperiments';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
    },
    filter: { maxWidth: 260 },
    box: { padding: 0 },
    more: { justifySelf: 'center' },
  }),
  { name: 'IncidentLearningExperiments' },
);

const PAGE_SIZE = 50;
const MOST_COMPARED = 4;

/** Kept what-ifs, to be read, compared and decided on. */
export function ExperimentsPage() {
  const classes = useStyles();
  const [params, update] = useUrlParams();
  const status = EXPERIMENT_STATUSES.filter(one =>
    params.getAll('status').includes(one),
  );
  const compared = params.getAll('compare').slice(0, MOST_COMPARED);
  const shown = Math.max(Number(params.get('shown')) || 0, PAGE_SIZE);
  const { data, error, loading, retry } = useExperiments(status, shown);
  const toggle = (id: string) =>
    update({
      compare: compared.includes(id)
        ? compared.filter(other => other !== id)
        : [...compared, id],
    });

  return (
    <RiskFrame title="Experiments">
      <div className={classes.root}>
        {compared.length > 1 && (
          <CompareExperiments
            ids={compared}
            onRemove={toggle}
            onClose={() => update({ compare: undefined })}
          />
        )}
        <Paper variant="outlined" className={classes.list}>
          <div className={classes.filter}>
            <FilterSelect
              label="Status"
              options={EXPERIMENT_STATUSES}
              words={STATUS_WORDS}
              value={status}
              onChange={picked => update({ status: picked })}
            />
          </div>
          {error && (
            <ErrorState what="the experiments" error={error} onRetry={retry} />
          )}
          {!data && !error && (
            <LoadingState what="experiments" variant="table" count={4} />
          )}
          {!error && data?.items.length === 0 && (
            <NoExperiments
              filtered={status.length > 0}
              onClear={() => update({ status: undefined })}
            />
          )}
          {!error && data && data.items.length > 0 && (
            <Table
              experiments={data.items}
              compared={compared}
              onToggle={toggle}
            />
          )}
          {!error && data && data.items.length < data.totalItems && (
            <Button
              className={classes.more}
              variant="outlined"
              disabled={loading}
              onClick={() =>
                update({ shown: String(data.items.length + PAGE_SIZE) })
              }
            >
              Load more ({formatCount(data.totalItems - data.items.length)}{' '}
              left)
            </Button>
          )}
        </Paper>
      </div>
    </RiskFrame>
  );
}

function Table(props: {
  experiments: RiskExperiment[];
  compared: string[];
  onToggle: (id: string) => void;
}) {
  const { experiments, compared, onToggle } = props;
  return (
    <DataTable
      label="Experiments"
      columns={[
        { header: 'Experiment' },
        { header: 'Status' },
        { header: 'Priority', numeric: true },
        { header: 'By' },
        { header: 'Compare' },
      ]}
    >
      {experiments.map(experiment => (
        <Row
          key={experiment.id}
          experiment={experiment}
          compared={compared.includes(experiment.id)}
          full={compared.length >= MOST_COMPARED}
          onToggle={() => onToggle(experiment.id)}
        />
      ))}
    </DataTable>
  );
}

function Row(props: {
  experiment: RiskExperiment;
  compared: boolean;
  full: boolean;
  onToggle: () => void;
}) {
  const classes = { ...useDataTableStyles(), ...useStyles() };
  const { experiment, compared, full } = props;
  const { id, title, figures } = experiment;
  const href = useRouteRef(riskExperimentRouteRef)({ id });
  return (
    <tr>
      <th scope="row">
        <Link to={href}>{title}</Link>
        <div className={classes.quiet}>
          {describeChange(experiment).join(' ')}
        </div>
      </th>
      <td>
        <StatusTag status={experiment.status} />
      </td>
      <td className="number">
        {formatCount(figures.before.priorityCount)} →{' '}
        {formatCount(figures.after.priorityCount)}
        <div className={classes.quiet}>
          +{formatCount(figures.becomesCount)} −
          {formatQuantity(figures.ceasesCount, 'incident')}
        </div>
      </td>
      <td>
        <PersonName entityRef={experiment.createdBy} />
        <div className={classes.quiet}>{formatTime(experiment.createdAt)}</div>
      </td>
      <td>
        <Checkbox
          size="small"
          color="primary"
          className={classes.box}
          checked={compared}
          disabled={full && !compared}
          onChange={props.onToggle}
          inputProps={{ 'aria-label': `Compare “${title}”` }}
        />
      </td>
    </tr>
  );
}

function NoExperiments(props: { filtered: boolean; onClear: () => void }) {
  const whatIf = useRouteRef(riskWhatIfRouteRef)();
  return props.filtered ? (
    <EmptyState
      title="No experiment matches"
      description="None has this status."
      action={
        <Button variant="outlined" onClick={props.onClear}>
          Clear the filter
        </Button>
      }
    />
  ) : (
    <EmptyState
      title="No experiments yet"
      description="Move a slider of What if, see what would change, and save it with what you make of it."
      action={<Link to={whatIf}>Go to What if</Link>}
    />
  );
}
