import { memo } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  RiskFlip,
  RiskSensitivity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../../components';
import { Disclosure, Section } from '../../components/layout';
import { incidentRouteRef } from '../../routes';
import { DataTable, factorName, formatDelta, formatWeight } from '../parts';
import { WeightTrack } from './WeightTrack';
import { useSensitivity } from './useSensitivity';
import { useSettled } from './useSettled';
import type { WhatIf } from './useWhatIf';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: theme.spacing(1.5, 0),
      padding: 0,
    },
    head: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      fontSize: theme.typography.pxToRem(14),
      fontVariantNumeric: 'tabular-nums',
    },
    name: { fontWeight: 500 },
    hint: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningSensitivity' },
);

/** Not drawn anew while a slider moves: its table is long. */
const SettledSensitivity = memo(SensitivityOf);

function SensitivityOf({ whatIf }: { whatIf: WhatIf }) {
  const classes = useStyles();
  const found = useSensitivity(whatIf);
  const flips = found?.reduce((sum, { flips: own }) => sum + own.length, 0);
  return (
    <Section
      title="Sensitivity of the top ten"
      note={
        flips === undefined
          ? 'Computing…'
          : formatQuantity(flips, 'decision could flip', 'decisions could flip')
      }
    >
      <p className={classes.hint}>
        Where a tick stands, one of the ten highest incidents gains or loses
        priority if that weight alone moves there and the others keep their
        proportions.
      </p>
      <ul className={classes.list} aria-busy={!found}>
        {found
          ? found.map(sensitivity => (
              <WeightRow
                key={sensitivity.factor}
                sensitivity={sensitivity}
                whatIf={whatIf}
              />
            ))
          : [1, 2, 3, 4, 5].map(row => (
              <li key={row}>
                <Skeleton variant="rect" height={62} />
              </li>
            ))}
      </ul>
      {found && Boolean(flips) && <Flips found={found} whatIf={whatIf} />}
    </Section>
  );
}

/** How far decisions about the ten highest depend on each weight. */
export function Sensitivity({ whatIf }: { whatIf: WhatIf }) {
  return <SettledSensitivity whatIf={useSettled(whatIf)} />;
}

function WeightRow(props: { sensitivity: RiskSensitivity; whatIf: WhatIf }) {
  const classes = useStyles();
  const { sensitivity, whatIf } = props;
  const { factor, weight, flips } = sensitivity;
  const [nearest] = flips;
  return (
    <li>
      <div className={classes.head}>
        <span className={classes.name}>{factorName(factor)}</span>
        <span>{formatWeight(weight)}</span>
      </div>
      <WeightTrack sensitivity={sensitivity} />
      <p className={classes.hint}>
        {nearest
          ? `Nearest: at ${formatWeight(nearest.at)} (${formatDelta(
              nearest.at - weight,
              3,
            )}) “${whatIf.items[nearest.index].title}” ${verbOf(nearest)}.`
          : 'No value of this weight changes a decision.'}
      </p>
    </li>
  );
}

function verbOf({ becomesPriority }: RiskFlip): string {
  return becomesPriority ? 'becomes priority' : 'ceases to be priority';
}

/** Every decision that could flip, as a table. */
function Flips(props: { found: RiskSensitivity[]; whatIf: WhatIf }) {
  const hrefOf = useRouteRef(incidentRouteRef);
  const { found, whatIf } = props;
  return (
    <Disclosure summary="All of them as a table">
      <DataTable
        label="Decisions that could flip"
        columns={[
          { header: 'Incident' },
          { header: 'Weight' },
          { header: 'Now', numeric: true },
          { header: 'Flips at', numeric: true },
          { header: 'Then it' },
        ]}
      >
        {found.flatMap(({ factor, weight, flips }) =>
          flips.map(flip => {
            const { id, title } = whatIf.items[flip.index];
            return (
              <tr key={`${factor} ${id} ${flip.at}`}>
                <th scope="row">
                  <Link to={hrefOf({ id })}>{title}</Link>
                </th>
                <td>{factorName(factor)}</td>
                <td className="number">{formatWeight(weight)}</td>
                <td className="number">{formatWeight(flip.at)}</td>
                <td>{verbOf(flip)}</td>
              </tr>
            );
          }),
        )}
      </DataTable>
    </Disclosure>
  );
}
