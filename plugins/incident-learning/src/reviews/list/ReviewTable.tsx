import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReviewSummary } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { useRecordTableStyles } from '../../components/list';
import { reviewRouteRef } from '../../routes';
import { PriorityMark } from '../../risk/parts/PriorityMark';
import { formatScore } from '../../risk/parts/formatRisk';
import { DutyChips, LateChip, StateChip } from '../chips';
import { dueOf } from '../due';

/** Reviews as a table; on a narrow screen one below the other. */
export function ReviewTable(props: { reviews: ReviewSummary[] }) {
  const classes = useRecordTableStyles();
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
  const classes = useRecordTableStyles();
  const href = useRouteRef(reviewRouteRef)({ id: review.id });
  const due = dueOf(review, Date.now());
  return (
    <tr>
      <th scope="row">
        <Link to={href} data-record={review.id}>
          {review.title}
        </Link>
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
