import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { Facts, Section } from '../../components/layout';
import { Markdown } from '../../components/Markdown';
import { incidentRouteRef, lessonRouteRef, reviewRouteRef } from '../../routes';
import { ACTION_KIND_WORDS, VERIFICATION_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({ description: { marginBottom: theme.spacing(2) } }),
  { name: 'HindsightActionDetails' },
);

/** What an action is, who does it by when, and where it comes from. */
export function ActionDetails({ action }: { action: Action }) {
  const classes = useStyles();
  const incidentPath = useRouteRef(incidentRouteRef);
  const reviewPath = useRouteRef(reviewRouteRef);
  const lessonPath = useRouteRef(lessonRouteRef);
  const { verification, reviewId, incidentId, lessonId, externalLink } = action;
  return (
    <Section title="The action">
      {action.description && (
        <div className={classes.description}>
          <Markdown text={action.description} />
        </div>
      )}
      <Facts
        facts={[
          [
            'Owner',
            action.owner ? (
              <PersonName entityRef={action.owner} />
            ) : (
              'Nobody has committed yet'
            ),
          ],
          ['Due', action.dueDate && dueText(action)],
          ['Done when', action.successCriteria],
          ['Kind', ACTION_KIND_WORDS[action.kind]],
          ['Category', action.category],
          [
            'Committed',
            action.committedAt && formatTime(action.committedAt, 'day'),
          ],
          [
            'Completed',
            action.completedAt && formatTime(action.completedAt, 'day'),
          ],
          [
            'Verified',
            verification && (
              <>
                {VERIFICATION_WORDS[verification.how]}, by{' '}
                <PersonName entityRef={verification.by} /> on{' '}
                {formatTime(verification.at, 'day')}
              </>
            ),
          ],
          ['Evidence', verification?.evidence],
          ['Cancelled because', action.cancelReason],
          [
            'Review',
            reviewId && (
              <Link to={reviewPath({ id: reviewId })}>
                The review that it came out of
              </Link>
            ),
          ],
          [
            'Incident',
            incidentId && (
              <Link to={incidentPath({ id: incidentId })}>
                The incident that it is to prevent
              </Link>
            ),
          ],
          [
            'Lesson',
            lessonId && (
              <Link to={lessonPath({ id: lessonId })}>
                The lesson that it is to apply
              </Link>
            ),
          ],
          [
            'Tracked at',
            externalLink && (
              <Link to={externalLink} target="_blank" rel="noopener noreferrer">
                {externalLink}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function dueText({ dueDate, dueDateMoves }: Action): string {
  const day = formatTime(dueDate ?? '', 'day');
  return dueDateMoves > 0
    ? `${day} (moved ${formatQuantity(dueDateMoves, 'time')})`
    : day;
}
