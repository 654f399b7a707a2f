import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useNavigate } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Lesson,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, writeRefusalOf } from '../../api';
import { AskDialog } from '../../components/dialog';
import { CopyLinkButton, PageTitle } from '../../components/layout';
import { lessonsRouteRef } from '../../routes';
import { LessonCoverageSection } from '../applications/LessonCoverageSection';
import { LessonChips, LessonTags } from '../chips';
import { EditLesson } from './EditLesson';
import { LessonActions } from './LessonActions';
import { LessonDetails } from './LessonDetails';
import { LessonHistory } from './LessonHistory';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    // What can be done stays beside what it is done to, on wide screens too.
    page: { maxWidth: 1000 },
    row: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
  }),
  { name: 'HindsightLessonView' },
);

/** A lesson with where it comes from, what came of it, and its whole story. */
export function LessonView({ loaded }: { loaded: Lesson }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(lessonsRouteRef)();
  const [lesson, setLesson] = useState(loaded);
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, revision, publishedAt } = lesson;

  const publish = async () => {
    try {
      setLesson(await api.publishLesson(id, revision));
      setProblem(undefined);
    } catch (error) {
      // What somebody else made of it is shown; the reader decides again.
      const current = lessonSchema.safeParse(writeRefusalOf(error).current);
      setLesson(current.data ?? lesson);
      setProblem(refusalText(error));
    }
  };
  return (
    <div className={classes.page}>
      <PageTitle
        title={lesson.statement}
        above={<Link to={listPath}>Lessons</Link>}
        below={
          <div className={classes.row}>
            <LessonChips lesson={lesson} />
            <LessonTags tags={lesson.tags} />
          </div>
        }
        actions={
          !editing && (
            <>
              <CopyLinkButton />
              {!publishedAt && (
                <Button onClick={() => setDeleting(true)}>Delete</Button>
              )}
              <Button variant="outlined" onClick={() => setEditing(true)}>
                Edit
              </Button>
            </>
          )
        }
      />
      <div className={classes.root}>
        {problem && <Alert severity="error">{problem}</Alert>}
        {!publishedAt && !editing && (
          <DraftNotice lesson={lesson} onPublish={publish} />
        )}
        {editing ? (
          <EditLesson
            lesson={lesson}
            onSaved={saved => {
              setLesson(saved);
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <LessonDetails lesson={lesson} />
        )}
        <LessonCoverageSection lesson={lesson} />
        <LessonActions lesson={lesson} />
        <LessonHistory lesson={lesson} />
      </div>
      {deleting && (
        <AskDialog
          title="Delete this lesson?"
          text="It is a draft that nobody counts on yet. It cannot be brought back."
          back="Keep it"
          confirm="Delete"
          failure="Not deleted"
          destructive
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await api.deleteLesson(id, revision);
            navigate(listPath);
          }}
        />
      )}
    </div>
  );
}

function DraftNotice(props: { lesson: Lesson; onPublish: () => void }) {
  return props.lesson.reviewId ? (
    <Alert severity="info">
      A draft: it is published with the report of the review that it comes from.
    </Alert>
  ) : (
    <Alert
      severity="info"
      action={
        <Button color="inherit" onClick={props.onPublish}>
          Publish
        </Button>
      }
    >
      A draft: others see that it is not settled yet.
    </Alert>
  );
}
