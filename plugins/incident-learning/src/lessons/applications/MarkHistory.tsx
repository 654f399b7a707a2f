import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { LessonApplication } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { STANDING_WORDS } from './words';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.5),
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.6,
    },
  }),
  { name: 'HindsightMarkHistory' },
);

/** All marks that a lesson had at a service; nothing where there was only one. */
export function MarkHistory({
  application,
}: {
  application: LessonApplication;
}) {
  const [open, setOpen] = useState(false);
  if (application.revision < 2) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(before => !before)}
      >
        {open ? 'Hide earlier marks' : 'Earlier marks'}
      </Button>
      {open && <Entries application={application} />}
    </>
  );
}

function Entries({ application }: { application: LessonApplication }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { id, lessonId, revision } = application;
  const answer = useApiData(`${id} ${revision}`, () =>
    api.getLessonApplicationHistory(lessonId, id),
  );
  return (
    <Loaded what="the marks" variant="table" count={1} answer={answer}>
      {marks => (
        <ol className={classes.list} reversed aria-label="Earlier marks">
          {marks.map(({ revision: number, mark, by, at, note }) => (
            <li key={number}>
              {STANDING_WORDS[mark]} by <PersonName entityRef={by} />,{' '}
              {formatTime(at, 'exact')}
              {note && `: ${note}`}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
