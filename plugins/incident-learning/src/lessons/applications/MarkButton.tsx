import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Lesson,
  LessonApplication,
  lessonApplyPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { MarkDialog } from './MarkDialog';

const useStyles = makeStyles(
  { button: { whiteSpace: 'nowrap' } },
  { name: 'HindsightMarkButton' },
);

/** Says what a lesson means for a service, or changes what was said; nothing for those who may not. */
export function MarkButton(props: {
  lesson: Pick<Lesson, 'id' | 'statement' | 'reviewId' | 'publishedAt'>;
  /** The service. Absent: the dialog asks for one. */
  entityRef?: string;
  application?: LessonApplication;
  /** What the button says, unless it is to mark or to change. */
  label?: string;
  onMarked: (application: LessonApplication) => void;
}) {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { allowed } = usePermission({ permission: lessonApplyPermission });
  const { lesson, application, onMarked } = props;
  if (!allowed || (lesson.reviewId && !lesson.publishedAt)) {
    return null;
  }
  const said = application && application.mark !== 'open';
  const label = props.label ?? (said ? 'Change mark' : 'Mark');
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={classes.button}
        color={said ? 'default' : 'primary'}
        aria-label={`${label}: ${lesson.statement}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && (
        <MarkDialog
          {...props}
          onClose={() => setOpen(false)}
          onMarked={marked => {
            setOpen(false);
            onMarked(marked);
          }}
        />
      )}
    </>
  );
}
