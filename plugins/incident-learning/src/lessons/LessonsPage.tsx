import Button from '@material-ui/core/Button';
import { Link as RouterLink } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageTitle } from '../components/layout';
import { ScopePicker } from '../components/pickers';
import { lessonCoverageRouteRef, lessonsRouteRef } from '../routes';
import { useScope } from '../url';
import { LessonList } from './list/LessonList';

/** Every lesson that the reader may know of. */
export function LessonsPage() {
  const [scope, setScope] = useScope();
  const listPath = useRouteRef(lessonsRouteRef)();
  const coveragePath = useRouteRef(lessonCoverageRouteRef)();
  return (
    <>
      <PageTitle
        title="Lessons"
        actions={
          <>
            <ScopePicker
              label="Whose lessons"
              scope={scope}
              onPick={setScope}
            />
            <Button component={RouterLink} to={coveragePath}>
              Coverage
            </Button>
            <Button
              variant="contained"
              color="primary"
              component={RouterLink}
              to={`${listPath}/new`}
            >
              Write down a lesson
            </Button>
          </>
        }
      />
      <LessonList scope={scope} />
    </>
  );
}
