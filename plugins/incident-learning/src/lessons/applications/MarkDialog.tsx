import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import {
  LESSON_MARKS,
  Lesson,
  LessonApplication,
  LessonStanding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { AskDialog } from '../../components/dialog';
import { EntityPicker } from '../../components/entities';
import { TextInput } from '../../components/inputs';
import { useEntityTitle } from '../../components/pickers';
import { MarkValues, useMark } from './useMark';
import { MARK_WORDS, NOTE_WORDS } from './words';

const useStyles = makeStyles(
  theme => ({
    legend: {
      marginBottom: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.primary,
      '&.Mui-focused': { color: theme.palette.text.primary },
    },
    choice: { alignItems: 'flex-start', marginRight: 0 },
    radio: {
      paddingTop: theme.spacing(0.5),
      paddingBottom: theme.spacing(0.5),
    },
    words: { paddingTop: theme.spacing(0.5) },
    hint: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    text: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightMarkDialog' },
);

const SERVICES = ['component', 'api', 'resource'] as const;
const OWNERS = ['user', 'group'] as const;

/** Asks what a lesson means for a service: applied, planned or not applicable. */
export function MarkDialog(props: {
  lesson: Pick<Lesson, 'id' | 'statement'>;
  /** The service. Absent: it is asked for. */
  entityRef?: string;
  /** The mark that stands, where there is one. */
  application?: LessonApplication;
  onClose: () => void;
  onMarked: (application: LessonApplication) => void;
}) {
  const { lesson, entityRef, application, onClose } = props;
  const form = useMark({ ...props, lessonId: lesson.id });
  const { values, set, marked, plans, problems } = form;
  const note = NOTE_WORDS[values.mark];
  const title = useEntityTitle(values.entityRef);
  return (
    <AskDialog
      title={application ? 'Change the mark' : 'What does it mean for you?'}
      text={`“${lesson.statement}”`}
      confirm="Save"
      confirming="Saving…"
      failure="Not saved"
      fullScreenOnPhones
      onClose={onClose}
      onConfirm={form.send}
    >
      {!entityRef && (
        <EntityPicker
          label="Service"
          kinds={SERVICES}
          value={values.entityRef}
          error={problems.entityRef}
          helperText="One that you own"
          onPick={picked => set({ entityRef: picked })}
        />
      )}
      <Marks
        service={title}
        value={values.mark}
        canTakeBack={marked !== undefined && marked.mark !== 'open'}
        onPick={mark => set({ mark })}
      />
      <TextInput
        label={note.label}
        rows={2}
        value={values.note}
        hint={note.hint}
        error={problems.note}
        onChange={text => set({ note: text })}
      />
      {plans && <Plan values={values} set={set} />}
    </AskDialog>
  );
}

function Marks(props: {
  service?: string;
  value: LessonStanding;
  canTakeBack: boolean;
  onPick: (mark: LessonStanding) => void;
}) {
  const classes = useStyles();
  const choices = LESSON_MARKS.map(mark => ({ mark, ...MARK_WORDS[mark] }));
  const takeBack = {
    mark: 'open' as const,
    title: 'Take the mark back',
    hint: 'It is open again; the marks before stay in its history.',
  };
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" className={classes.legend}>
        {props.service
          ? `For ${props.service} it is`
          : 'For this service it is'}
      </FormLabel>
      <RadioGroup
        value={props.value}
        onChange={event => props.onPick(event.target.value as LessonStanding)}
      >
        {[...choices, ...(props.canTakeBack ? [takeBack] : [])].map(
          ({ mark, title, hint }) => (
            <FormControlLabel
              key={mark}
              value={mark}
              className={classes.choice}
              control={
                <Radio size="small" color="primary" className={classes.radio} />
              }
              label={
                <div className={classes.words}>
                  {title}
                  <div className={classes.hint}>{hint}</div>
                </div>
              }
            />
          ),
        )}
      </RadioGroup>
    </FormControl>
  );
}

function Plan(props: {
  values: MarkValues;
  set: (patch: Partial<MarkValues>) => void;
}) {
  const classes = useStyles();
  const { values, set } = props;
  return (
    <>
      <p className={classes.text}>
        With an owner, a due date and success criteria it is a commitment, and
        its owner is reminded. Without one of them it is an idea.
      </p>
      <EntityPicker
        label="Owner of the action"
        kinds={OWNERS}
        value={values.owner}
        onPick={owner => set({ owner })}
      />
      <TextInput
        label="Due date"
        type="date"
        value={values.dueDate}
        onChange={dueDate => set({ dueDate })}
      />
      <TextInput
        label="Success criteria"
        rows={2}
        value={values.successCriteria}
        hint="How one will see that it worked"
        onChange={successCriteria => set({ successCriteria })}
      />
    </>
  );
}
