import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { formatTime } from '../components';
import { MarkedText } from '../components/MarkedText';
import { PersonName } from '../components/entities';
import { lessonRouteRef } from '../routes';
import { LessonChips, LessonTags, ListedLesson } from './chips';
import { excerptOf } from './excerpt';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    // Leaves what can be done beside it where there is room, below it where there is not.
    text: { flex: '1 1 420px', minWidth: 0 },
    statement: {
      fontSize: theme.typography.pxToRem(15),
      fontWeight: 500,
      lineHeight: 1.5,
    },
    why: {
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    excerpt: {
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.75),
    },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 1.5),
      marginTop: theme.spacing(0.75),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      flex: '0 1 auto',
    },
  }),
  { name: 'HindsightLessonItem' },
);

/** Holds lessons one below the other. */
export function LessonItems(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One lesson of a list. */
export function LessonItem(props: {
  lesson: ListedLesson;
  /** Why it is shown to this reader; a sentence. */
  why?: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
  /** What was searched for, to be seen in it. */
  search?: string;
}) {
  const classes = useStyles();
  const { lesson, why, actions, search } = props;
  const { id, statement, category, owner, publishedAt, createdAt } = lesson;
  const href = useRouteRef(lessonRouteRef)({ id });
  const excerpt = search && excerptOf(lesson.detail ?? '', search);
  return (
    <li className={classes.item}>
      <div className={classes.text}>
        <Link to={href} className={classes.statement} data-record={id}>
          <MarkedText text={statement} search={search} />
        </Link>
        {excerpt && (
          <div className={classes.excerpt}>
            <MarkedText text={excerpt} search={search} />
          </div>
        )}
        {why && <div className={classes.why}>{why}</div>}
        <div className={classes.chips}>
          <LessonChips lesson={lesson} />
          <LessonTags tags={lesson.tags} search={search} />
        </div>
        <div className={classes.facts}>
          {category && (
            <span>
              <MarkedText text={category} search={search} />
            </span>
          )}
          <span>
            {publishedAt ? 'Published' : 'Written'}{' '}
            {formatTime(publishedAt ?? createdAt, 'day')}
          </span>
          {owner && (
            <span>
              Owned by <PersonName entityRef={owner} />
            </span>
          )}
        </div>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
