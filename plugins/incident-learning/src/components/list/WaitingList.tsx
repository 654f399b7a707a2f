import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { Pages } from '../../api';
import { EmptyState, Loaded } from '../states';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 0.75),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightWaitingList' },
);

/** The first of what waits for the reader, for the home page, and the way to all of it. */
export function WaitingList<T extends { id: string }>(props: {
  label: string;
  /** Such as `reviews`. */
  what: string;
  pages: Pages<T>;
  /** What it says where nothing waits. */
  none: { title: string; description: string };
  /** Where all of them are listed, whoever they wait for; and those that wait for the reader. */
  allPath: string;
  waitingPath: string;
  /** One of them, as a `WaitingItem`. */
  children: (item: T) => ReactNode;
}) {
  const { what, none, allPath } = props;
  return (
    <Loaded what={`the ${what}`} variant="table" count={3} answer={props.pages}>
      {({ items, totalItems }) =>
        items.length > 0 ? (
          <>
            <WaitingItems label={props.label} items={items}>
              {props.children}
            </WaitingItems>
            {totalItems > items.length && (
              <Link to={props.waitingPath}>All {totalItems}</Link>
            )}
          </>
        ) : (
          <EmptyState
            {...none}
            action={<Link to={allPath}>{`All ${what}`}</Link>}
          />
        )
      }
    </Loaded>
  );
}

/** Things that wait, one below the other. */
export function WaitingItems<T extends { id: string }>(props: {
  label: string;
  items: T[];
  /** One of them, as a `WaitingItem`. */
  children: (item: T) => ReactNode;
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.items.map(item => (
        <li key={item.id} className={classes.item}>
          {props.children(item)}
        </li>
      ))}
    </ul>
  );
}

/** What waits, and below it why and until when. */
export function WaitingItem(props: {
  to: string;
  title: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <>
      <Link to={props.to}>{props.title}</Link>
      <div className={classes.row}>{props.children}</div>
    </>
  );
}
