import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { formatTime } from '../../components';
import {
  EntityName,
  PersonName,
  useKnownEntities,
} from '../../components/entities';
import { Facts, Section } from '../../components/layout';
import { Markdown } from '../../components/Markdown';
import { CAUSE_TYPE_WORDS } from '../../reviews/words';
import { lessonsRouteRef, reviewRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    detail: { marginBottom: theme.spacing(2) },
  }),
  { name: 'HindsightLessonDetails' },
);

/** What a lesson says at length, whom it concerns and where it comes from. */
export function LessonDetails({ lesson }: { lesson: Lesson }) {
  const classes = useStyles();
  const listPath = useRouteRef(lessonsRouteRef)();
  const { detail, category, tags, owner, reviewId, publishedAt } = lesson;
  const found = (name: string, value: string) =>
    `${listPath}?${new URLSearchParams({ [name]: value })}`;
  return (
    <Section title="The lesson">
      {detail && (
        <div className={classes.detail}>
          <Markdown text={detail} />
        </div>
      )}
      <Facts
        facts={[
          ['Owner', owner ? <PersonName entityRef={owner} /> : 'Nobody yet'],
          ['Type', CAUSE_TYPE_WORDS[lesson.type]],
          [
            'Category',
            category && (
              <Link to={found('category', category)}>{category}</Link>
            ),
          ],
          [
            'Tags',
            tags.length > 0 && (
              <ul className={classes.list}>
                {tags.map(tag => (
                  <li key={tag}>
                    <Link to={found('tag', tag)}>{tag}</Link>
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            'Applies to',
            lesson.appliesTo.length > 0 && (
              <AppliesTo entityRefs={lesson.appliesTo} />
            ),
          ],
          ['Review', reviewId && <ReviewLink id={reviewId} />],
          [
            'Written',
            <>
              {formatTime(lesson.createdAt, 'day')} by{' '}
              <PersonName entityRef={lesson.createdBy} />
            </>,
          ],
          ['Published', publishedAt && formatTime(publishedAt, 'day')],
        ]}
      />
    </Section>
  );
}

function AppliesTo({ entityRefs }: { entityRefs: string[] }) {
  const classes = useStyles();
  const known = useKnownEntities(entityRefs);
  return (
    <ul className={classes.list}>
      {entityRefs.map(ref => (
        <li key={ref}>
          <EntityName
            entityRef={ref}
            known={known(ref)}
            defaultKind="component"
          />
        </li>
      ))}
    </ul>
  );
}

/** The review by its title, as soon as that is known. */
function ReviewLink({ id }: { id: string }) {
  const api = useApi(incidentLearningApiRef);
  const href = useRouteRef(reviewRouteRef)({ id });
  const { data } = useApiData(id, () => api.getReview(id));
  return (
    <Link to={href}>{data?.title ?? 'The review that it came out of'}</Link>
  );
}
