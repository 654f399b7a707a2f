import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReviewSummary } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { reviewRouteRef } from '../../routes';
import { PriorityMark } from '../../risk/parts/PriorityMark';
import { formatScore } from '../../risk/parts/formatRisk';
import { DutyChips, LateChip, StateChip } from '../chips';
import { dueOf } from '../due';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& th, & td': {
        padding: theme.spacing(1.25, 2, 1.25, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': { borderTop: 0, paddingTop: 0, fontWeight: 500 },
      '& tbody th': { width: '45%', fontWeight: 500 },
      '& td, & th': { overflowWrap: 'anywhere' },
      [theme.breakpoints.down('xs')]: {
        '&, & tbody, & tr, & td, & th': { display: 'block' },
        '& thead': { display: 'none' },
        '& tr': {
          padding: theme.spacing(1.25, 0),
          borderTop: `1px solid ${theme.palette.divider}`,
        },
        '& tbody th': { width: 'auto' },
        '& tbody th, & td': { padding: theme.spacing(0.25, 0), border: 0 },
      },
    },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.5),
      '&:empty': { display: 'none' },
    },
    note: {
      display: 'block',
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightReviewTable' },
);

/** Reviews as a table; on a narrow screen one below the other. */
export function ReviewTable(props: { reviews: ReviewSummary[] }) {
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label="Reviews">
      <thead>
        <tr>
          <th scope="col">Review</th>
          <th scope="col">State</th>
          <th scope="col">Facilitator</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        {props.reviews.map(review => (
          <ReviewRow key={review.id} review={review} />
        ))}
      </tbody>
    </table>
  );
}

function ReviewRow({ review }: { review: ReviewSummary }) {
  const classes = useStyles();
  const href = useRouteRef(reviewRouteRef)({ id: review.id });
  const due = dueOf(review, Date.now());
  return (
    <tr>
      <th scope="row">
        <Link to={href}>{review.title}</Link>
        <span className={classes.note}>
          {formatQuantity(review.incidentIds.length, 'incident')}
          {review.risk?.score !== undefined &&
            `, risk score ${formatScore(review.risk.score)}`}
        </span>
        <div className={classes.chips}>
          {review.risk?.priority && <PriorityMark />}
          <DutyChips duties={review.waitsForMe} />
        </div>
      </th>
      <td>
        <StateChip state={review.state} />
      </td>
      <td>
        {review.facilitator ? (
          <PersonName entityRef={review.facilitator} />
        ) : (
          <span className={classes.note}>Nobody leads it yet</span>
        )}
      </td>
      <td>
        {due ? (
          <>
            <span className={classes.note}>{due.label}</span>
            {formatTime(due.at)}
            <div className={classes.chips}>{due.late && <LateChip />}</div>
          </>
        ) : (
          <>
            <span className={classes.note}>Last changed</span>
            {formatTime(review.updatedAt)}
          </>
        )}
      </td>
    </tr>
  );
}
