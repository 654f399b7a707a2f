import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  ActionEffect,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded, formatQuantity } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0, 0, 2),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
    },
    verdict: { fontWeight: 700 },
  }),
  { name: 'HindsightActionEffect' },
);

const VERDICT_WORDS: Record<ActionEffect['verdict'], string> = {
  fewer: 'Fewer since',
  more: 'More since',
  'no-detectable-change': 'No detectable change',
  'not-enough-data': 'Not enough data',
};

/** Whether what the action was to prevent became rarer, as far as the incidents tell. */
export function EffectText({ action }: { action: Action }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = action;
  const answer = useApiData(`${id} ${revision}`, () => api.getActionEffect(id));
  return (
    <Loaded what="the effect" variant="table" count={1} answer={answer}>
      {effect => <Effect effect={effect} />}
    </Loaded>
  );
}

function Effect({ effect }: { effect: ActionEffect }) {
  const classes = useStyles();
  const { before, after, verdict } = effect;
  return (
    <p className={classes.root}>
      {before && after ? (
        <>
          <span className={classes.verdict}>{VERDICT_WORDS[verdict]}.</span> Of
          its kind there {before.incidents === 1 ? 'was' : 'were'}{' '}
          {formatQuantity(before.incidents, 'incident')} in the{' '}
          {formatQuantity(Math.round(before.days), 'day')} before it was done,
          and {after.incidents} in the{' '}
          {formatQuantity(Math.round(after.days), 'day')} since
          {ratioWords(effect)}.
        </>
      ) : (
        'Nothing to count: no incident behind it has a category and a service that could repeat.'
      )}
    </p>
  );
}

function ratioWords({ ratio, ci }: ActionEffect): string {
  if (ratio === undefined || !ci) {
    return '';
  }
  const high = ci.high === undefined ? 'any number of' : ci.high.toFixed(2);
  return `: a day, ${ratio.toFixed(
    2,
  )} times as many (95 % interval ${ci.low.toFixed(2)} to ${high} times)`;
}
