import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  LessonApplication,
  LessonTravel,
  TravellingLesson,
  canBeMarked,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { LessonItem, LessonItems } from '../LessonItem';
import { MarkButton } from '../applications/MarkButton';
import { MarkText } from '../applications/MarkText';
import { StandingChip } from '../applications/StandingChip';
import { ReasonList } from './ReasonText';

const useStyles = makeStyles(
  theme => ({
    mark: {
      display: 'grid',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.75),
    },
  }),
  { name: 'HindsightTravellingLessons' },
);

/** Lessons that concern a service, each with why and with what was said of it there. */
export function TravellingLessons(props: {
  label: string;
  travel: LessonTravel;
}) {
  const { label, travel } = props;
  const { entityRef } = travel;
  // What was just marked stays where it is; the next visit finds it below what is not marked.
  const [marks, setMarks] = useState<ReadonlyMap<string, LessonApplication>>(
    new Map(),
  );
  const markable = entityRef !== undefined && canBeMarked(entityRef);
  return (
    <LessonItems label={label}>
      {travel.items.map(({ lesson, reasons, ...item }) => {
        const application = marks.get(lesson.id) ?? item.application;
        return (
          <LessonItem
            key={lesson.id}
            lesson={lesson}
            why={<Why reasons={reasons} application={application} />}
            actions={
              markable && (
                <MarkButton
                  key={application?.revision}
                  lesson={lesson}
                  entityRef={entityRef}
                  application={application}
                  onMarked={marked =>
                    setMarks(before => new Map(before).set(lesson.id, marked))
                  }
                />
              )
            }
          />
        );
      })}
    </LessonItems>
  );
}

function Why({
  reasons,
  application,
}: Pick<TravellingLesson, 'reasons' | 'application'>) {
  const classes = useStyles();
  return (
    <>
      <ReasonList reasons={reasons} />
      {application && application.mark !== 'open' && (
        <div className={classes.mark}>
          <span>
            <StandingChip standing={application.standing} />
          </span>
          <MarkText application={application} />
        </div>
      )}
    </>
  );
}
