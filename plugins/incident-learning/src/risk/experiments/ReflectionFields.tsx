import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  REFLECTION_QUESTIONS,
  ReflectionQuestion,
  RiskReflection,
} from '@hindsight/backstage-plugin-incident-learning-common';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'IncidentLearningReflection' },
);

/** The questions that a what-if's author thinks through. */
export function ReflectionFields(props: {
  value: RiskReflection;
  onChange: (value: RiskReflection) => void;
  /** Marks what is blank. */
  asked?: boolean;
  disabled?: boolean;
}) {
  const classes = useStyles();
  const { value, onChange } = props;
  return (
    <div className={classes.root}>
      {REFLECTION_QUESTIONS.map(([question, title, hint]) => (
        <Answer
          key={question}
          {...props}
          question={question}
          title={title}
          hint={hint}
          text={value[question]}
          onText={text => onChange({ ...value, [question]: text })}
        />
      ))}
    </div>
  );
}

function Answer(props: {
  question: ReflectionQuestion;
  title: string;
  hint: string;
  text: string;
  asked?: boolean;
  disabled?: boolean;
  onText: (text: string) => void;
}) {
  const id = useId();
  const { title, hint, text } = props;
  const blank = props.asked && text.trim() === '';
  return (
    <TextField
      id={id}
      label={title}
      variant="outlined"
      size="small"
      fullWidth
      multiline
      minRows={2}
      disabled={props.disabled}
      value={text}
      error={blank}
      helperText={
        blank ? `“${title}” is blank: it is needed before adoption` : hint
      }
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onText(event.target.value)}
    />
  );
}
