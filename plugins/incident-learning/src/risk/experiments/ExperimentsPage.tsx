import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EXPERIMENT_STATUSES,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  formatCount,
  formatQuantity,
  formatTime,
} from '../../components';
import { FilterSelect, activeFilters } from '../../components/filters';
import { RecordList, useShown } from '../../components/list';
import { PersonName } from '../../components/entities';
import { riskExperimentRouteRef, riskWhatIfRouteRef } from '../../routes';
import { UrlPatch, useUrlParams } from '../../url';
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
    filter: { maxWidth: 260 },
    box: { padding: 0 },
  }),
  { name: 'IncidentLearningExperiments' },
);

const WORDS = { one: 'experiment', many: 'experiments' };
const MOST_COMPARED = 4;

/** Kept what-ifs, to be read, compared and decided on. */
export function ExperimentsPage() {
  const classes = useStyles();
  const [params, update] = useUrlParams();
  const status = EXPERIMENT_STATUSES.filter(one =>
    params.getAll('status').includes(one),
  );
  const compared = params.getAll('compare').slice(0, MOST_COMPARED);
  const [shown, setShown] = useShown();
  const pages = useExperiments(status, shown);
  const change = (patch: UrlPatch) => update({ ...patch, shown: undefined });
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
        <RecordList
          words={WORDS}
          pages={pages}
          filterPanel={
            <div className={classes.filter}>
              <FilterSelect
                label="Status"
                options={EXPERIMENT_STATUSES}
                words={STATUS_WORDS}
                value={status}
                onChange={picked => change({ status: picked })}
              />
            </div>
          }
          active={activeFilters('status', 'Status', status, STATUS_WORDS)}
          onRemove={filter => change(filter.without)}
          onClear={() => change({ status: undefined })}
          onShown={setShown}
          empty={<NoExperiments />}
        >
          {experiments => (
            <Table
              experiments={experiments}
              compared={compared}
              onToggle={toggle}
            />
          )}
        </RecordList>
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
        <Link to={href} data-record={id}>
          {title}
        </Link>
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

function NoExperiments() {
  const whatIf = useRouteRef(riskWhatIfRouteRef)();
  return (
    <EmptyState
      title="No experiments yet"
      description="Move a slider of What if, see what would change, and save it with what you make of it."
      action={<Link to={whatIf}>Go to What if</Link>}
    />
  );
}
