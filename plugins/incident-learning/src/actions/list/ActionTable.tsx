import { Fragment } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { useRecordTableStyles } from '../../components/list';
import { actionRouteRef } from '../../routes';
import { ActionStatusChip, AttentionChips, PriorityChip } from '../chips';
import type { ActionGroup } from './groups';

const useStyles = makeStyles(
  theme => ({
    due: { whiteSpace: 'nowrap' },
    // A table that has become a list has no header to tell what the date is.
    dueLabel: {
      display: 'none',
      [theme.breakpoints.down('xs')]: { display: 'inline' },
    },
    pick: { width: 40, '& .MuiCheckbox-root': { padding: 2 } },
    group: {
      '& th': {
        fontSize: theme.typography.pxToRem(15),
        fontWeight: 700,
        paddingTop: `${theme.spacing(2.5)}px !important`,
      },
    },
  }),
  { name: 'HindsightActionTable' },
);

/** Which actions are picked for a bulk change. */
export interface Picking {
  picked: Set<string>;
  onPick: (ids: string[], on: boolean) => void;
}

/** Actions as a table, in groups where there are several. */
export function ActionTable(props: {
  groups: ActionGroup[];
  picking?: Picking;
}) {
  const classes = useRecordTableStyles();
  const own = useStyles();
  const { groups, picking } = props;
  const all = groups.flatMap(({ actions }) => actions.map(({ id }) => id));
  const columns = picking ? 5 : 4;
  return (
    <table className={classes.table} aria-label="Actions">
      <thead>
        <tr>
          {picking && (
            <td className={own.pick}>
              <Checkbox
                size="small"
                color="primary"
                checked={all.every(id => picking.picked.has(id))}
                indeterminate={
                  all.some(id => picking.picked.has(id)) &&
                  !all.every(id => picking.picked.has(id))
                }
                onChange={(_, on) => picking.onPick(all, on)}
                inputProps={{ 'aria-label': 'Pick all that are shown' }}
              />
            </td>
          )}
          <th scope="col">Action</th>
          <th scope="col">Status</th>
          <th scope="col">Owner</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.key}>
          {(group.owner ?? group.title) && (
            <tr className={own.group}>
              <th scope="rowgroup" colSpan={columns}>
                {group.owner ? (
                  <PersonName entityRef={group.owner} />
                ) : (
                  group.title
                )}{' '}
                <span className={classes.note}>
                  {formatQuantity(group.actions.length, 'action')}
                </span>
              </th>
            </tr>
          )}
          {group.actions.map(action => (
            <Fragment key={action.id}>
              <ActionRow action={action} picking={picking} />
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function ActionRow(props: { action: Action; picking?: Picking }) {
  const classes = useRecordTableStyles();
  const own = useStyles();
  const { action, picking } = props;
  const { id, title, owner, dueDate, priority, category } = action;
  const href = useRouteRef(actionRouteRef)({ id });
  return (
    <tr>
      {picking && (
        <td className={own.pick}>
          <Checkbox
            size="small"
            color="primary"
            checked={picking.picked.has(id)}
            onChange={(_, on) => picking.onPick([id], on)}
            inputProps={{ 'aria-label': `Pick ${title}` }}
          />
        </td>
      )}
      <th scope="row">
        <Link to={href} data-record={id}>
          {title}
        </Link>
        {category && <span className={classes.note}>{category}</span>}
        <div className={classes.chips}>
          <AttentionChips action={action} />
        </div>
      </th>
      <td>
        <div className={classes.chips}>
          <ActionStatusChip action={action} />
          <PriorityChip priority={priority} />
        </div>
      </td>
      <td>
        {owner ? (
          <PersonName entityRef={owner} />
        ) : (
          <span className={classes.note}>Nobody yet</span>
        )}
      </td>
      <td className={own.due}>
        {dueDate ? (
          <>
            <span className={own.dueLabel}>Due </span>
            {formatTime(dueDate, 'day')}
          </>
        ) : (
          <span className={classes.note}>
            <span className={own.dueLabel}>Due date: </span>Not said
          </span>
        )}
        {action.dueDateMoves > 0 && (
          <span className={classes.note}>
            Moved {formatQuantity(action.dueDateMoves, 'time')}
          </span>
        )}
      </td>
    </tr>
  );
}
