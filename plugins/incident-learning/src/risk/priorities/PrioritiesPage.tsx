import { makeStyles } from '@material-ui/core/styles';
import { IncidentList } from '../../incidents/list';
import { ALL_TIME, usePeriod, useScope, useUrlParams } from '../../url';
import { RiskFrame } from '../parts';
import { ActiveProfile } from './ActiveProfile';
import { ExportButton } from './ExportButton';
import { riskFilterOf } from './riskFilterOf';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningPriorities' },
);

/** Which incidents deserve the review first, and by what that is decided. */
export function PrioritiesPage() {
  const classes = useStyles();
  const [scope] = useScope();
  const [period] = usePeriod(ALL_TIME);
  const [params] = useUrlParams();
  return (
    <RiskFrame
      title="Risk"
      actions={<ExportButton filter={riskFilterOf(params, scope, period)} />}
    >
      <div className={classes.root}>
        <ActiveProfile />
        <IncidentList pickers view="risk" scope={scope} />
      </div>
    </RiskFrame>
  );
}
