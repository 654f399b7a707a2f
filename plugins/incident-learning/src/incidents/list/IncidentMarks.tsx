import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/WarningOutlined';
import {
  Incident,
  describeFinding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { RepeatChip, formatQuantity } from '../../components';
import { ReviewMarkLink } from '../../reviews/start';
import { PriorityMark } from '../../risk/parts/PriorityMark';
import { DrillMark, RestrictedMark } from '../marks';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 0.75),
      '&:empty': { display: 'none' },
    },
    findings: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
      cursor: 'default',
      '& svg': { fontSize: 16 },
    },
  }),
  { name: 'IncidentLearningIncidentMarks' },
);

/** What sets an incident apart in a list: priority, where it stands with its review, a repeat, a drill, restricted, data that numbers suffer from. */
export function IncidentMarks({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const { repeat, risk, dataQuality } = incident;
  const problems = dataQuality.map(finding => describeFinding(finding).problem);
  return (
    <span className={classes.root}>
      {risk?.priority && <PriorityMark />}
      <ReviewMarkLink incidentId={incident.id} />
      {repeat && <RepeatChip state={repeat.state} />}
      {incident.drill && <DrillMark />}
      {incident.visibility === 'restricted' && <RestrictedMark />}
      {problems.length > 0 && (
        <Tooltip
          title={
            <>
              {problems.map(problem => (
                <div key={problem}>{problem}</div>
              ))}
            </>
          }
        >
          <span className={classes.findings}>
            <WarningIcon aria-hidden />
            {formatQuantity(problems.length, 'data problem')}
          </span>
        </Tooltip>
      )}
    </span>
  );
}
