import { ReactNode } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { NotPrinted } from '../print/NotPrinted';
import { VisuallyHidden } from '../VisuallyHidden';
import { LoadingStateProps } from './types';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      gap: theme.spacing(3),
      padding: theme.spacing(1.25, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    cards: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    },
    detail: { display: 'grid', gap: theme.spacing(1.5) },
    still: {
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'IncidentLearningLoadingState' },
);

const WAITING = 'Loads when it comes into view';

/**
 * Stands in for what is loading, in the shape of what comes, and says so to
 * those who do not see it.
 *
 * @public
 */
export function LoadingState(props: LoadingStateProps) {
  return (
    <div role="status" aria-busy={!props.waiting}>
      <VisuallyHidden>
        {props.waiting ? `${WAITING}: ${props.what}` : `Loading ${props.what}`}
      </VisuallyHidden>
      <NotPrinted>
        {props.variant === 'table' && <TableBones count={props.count ?? 8} />}
        {props.variant === 'cards' && <CardBones count={props.count ?? 4} />}
        {props.variant === 'detail' && <DetailBones count={props.count ?? 6} />}
      </NotPrinted>
    </div>
  );
}

function repeat(count: number, draw: (index: number) => ReactNode) {
  return Array.from({ length: count }, (_, index) => draw(index));
}

function TableBones(props: { count: number }) {
  const classes = useStyles();
  return (
    <>
      {repeat(props.count, row => (
        <div key={row} className={classes.row}>
          {['44%', '14%', '14%', '20%'].map((width, cell) => (
            <Skeleton
              key={cell}
              className={classes.still}
              width={width}
              height={20}
            />
          ))}
        </div>
      ))}
    </>
  );
}

function CardBones(props: { count: number }) {
  const classes = useStyles();
  return (
    <div className={classes.cards}>
      {repeat(props.count, card => (
        <Skeleton
          key={card}
          className={classes.still}
          variant="rect"
          height={168}
        />
      ))}
    </div>
  );
}

function DetailBones(props: { count: number }) {
  const classes = useStyles();
  return (
    <div className={classes.detail}>
      <Skeleton className={classes.still} width="52%" height={40} />
      <Skeleton className={classes.still} variant="rect" height={120} />
      {repeat(props.count, line => (
        <Skeleton
          key={line}
          className={classes.still}
          width={line % 3 === 2 ? '64%' : '96%'}
        />
      ))}
    </div>
  );
}
