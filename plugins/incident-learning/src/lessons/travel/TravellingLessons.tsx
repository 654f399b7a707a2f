import { makeStyles } from '@material-ui/core/styles';
import type {
  TravellingLesson,
  LessonTravel,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { canBeMarked } from '@hindsight/backstage-plugin-incident-learning-common';
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
  onMarked: () => void;
}) {
  const { label, travel, onMarked } = props;
  const { entityRef } = travel;
  const markable = entityRef !== undefined && canBeMarked(entityRef);
  return (
    <LessonItems label={label}>
      {travel.items.map(item => (
        <LessonItem
          key={item.lesson.id}
          lesson={item.lesson}
          why={<Why item={item} />}
          actions={
            markable && (
              <MarkButton
                key={item.application?.revision}
                lesson={item.lesson}
                entityRef={entityRef}
                application={item.application}
                onMarked={onMarked}
              />
            )
          }
        />
      ))}
    </LessonItems>
  );
}

function Why({ item }: { item: TravellingLesson }) {
  const classes = useStyles();
  const { reasons, application } = item;
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
