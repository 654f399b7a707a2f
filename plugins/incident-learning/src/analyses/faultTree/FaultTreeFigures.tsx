import { useId, useMemo } from 'react';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CutSet,
  FaultTreeResult,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../../components';
import { formatProbability } from './probability';
import type { FaultTree } from './tree';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
    },
    fact: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    name: { color: theme.palette.text.secondary },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& caption': {
        captionSide: 'top',
        padding: theme.spacing(0.5, 0),
        textAlign: 'left',
        color: theme.palette.text.secondary,
      },
      '& th, & td': {
        padding: theme.spacing(0.5, 1, 0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        textAlign: 'left',
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
      },
      '& th': { fontWeight: 500 },
      '& td:last-child, & th:last-child': {
        width: 96,
        paddingRight: 0,
        textAlign: 'right',
        fontVariantNumeric: 'tabular-nums',
      },
    },
    and: { color: theme.palette.text.secondary, fontStyle: 'italic' },
  }),
  { name: 'HindsightFaultTreeFigures' },
);

const SHOWN = 20;

/** What follows from a fault tree: cut sets, single points of failure, the top event's probability. */
export function FaultTreeFigures(props: {
  tree: FaultTree;
  result: FaultTreeResult;
}) {
  const classes = useStyles();
  const titleId = useId();
  const { tree, result } = props;
  const labels = useMemo(
    () => new Map(tree.nodes.map(({ id, label }) => [id, label])),
    [tree],
  );
  const name = (id: string) => labels.get(id) || 'unnamed';
  const { cutSets, singlePointsOfFailure: single } = result;
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <h5 id={titleId} className={classes.title}>
        What follows from it
      </h5>
      {result.problem && <Alert severity="error">{result.problem}</Alert>}
      <p className={classes.fact}>
        <span className={classes.name}>Single points of failure: </span>
        {single.length > 0 ? single.map(name).join('; ') : 'none'}
      </p>
      <p className={classes.fact}>
        <span className={classes.name}>Probability of the top event: </span>
        {probabilityText(result, name)}
      </p>
      {cutSets && cutSets.length > 0 && (
        <CutSetTable cutSets={cutSets} name={name} />
      )}
    </section>
  );
}

function probabilityText(
  { probability, missingProbabilities, problem }: FaultTreeResult,
  name: (id: string) => string,
) {
  if (probability !== undefined) {
    return (
      <span title={String(probability)}>
        {formatProbability(probability)}, exact for independent events
      </span>
    );
  }
  if (missingProbabilities.length === 0) {
    return problem ? 'not computed' : 'not known';
  }
  const shown = missingProbabilities.slice(0, 5).map(name).join('; ');
  const more = missingProbabilities.length - 5;
  return `not known: ${shown}${more > 0 ? ` and ${more} more` : ''} ${
    missingProbabilities.length === 1 ? 'has' : 'have'
  } none`;
}

function CutSetTable(props: {
  cutSets: CutSet[];
  name: (id: string) => string;
}) {
  const classes = useStyles();
  const { cutSets, name } = props;
  const rest = cutSets.length - SHOWN;
  return (
    <table className={classes.table}>
      <caption>
        {formatQuantity(cutSets.length, 'minimal cut set')}: what is just enough
        for the top event
        {rest > 0 ? `. The first ${SHOWN} are listed.` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Events</th>
          <th scope="col">Probability</th>
        </tr>
      </thead>
      <tbody>
        {cutSets.slice(0, SHOWN).map(({ events, probability }) => (
          <tr key={events.join(' ')}>
            <td>
              {events.map((id, index) => (
                <span key={id}>
                  {index > 0 && <span className={classes.and}> and </span>}
                  {name(id)}
                </span>
              ))}
            </td>
            <td>
              {probability === undefined ? '–' : formatProbability(probability)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
