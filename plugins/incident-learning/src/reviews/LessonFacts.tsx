import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { PersonName } from '../components/entities';
import { lessonRouteRef } from '../routes';
import { Markdown } from '../components/Markdown';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from './words';

/** The look of lessons and actions to read. */
export const useFactStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      margin: 0,
      paddingLeft: 20,
      fontSize: theme.typography.pxToRem(15),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    note: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightReviewFacts' },
);

/** Lessons to read. */
export function LessonFacts(props: { lessons: Lesson[] }) {
  const classes = useFactStyles();
  if (props.lessons.length === 0) {
    return <Typography color="textSecondary">None written down.</Typography>;
  }
  return (
    <ol className={classes.list}>
      {props.lessons.map(lesson => (
        <li key={lesson.id}>
          <LessonLink lesson={lesson} />
          {lesson.detail && <Markdown text={lesson.detail} />}
          <div className={classes.note}>
            <span>{CAUSE_TYPE_WORDS[lesson.type]}</span>
            <span>{PRIORITY_WORDS[lesson.priority]} priority</span>
            {lesson.owner && (
              <span>
                Owned by <PersonName entityRef={lesson.owner} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function LessonLink({ lesson }: { lesson: Lesson }) {
  const href = useRouteRef(lessonRouteRef)({ id: lesson.id });
  return <Link to={href}>{lesson.statement}</Link>;
}
