import { useEffect, useRef, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import EditIcon from '@material-ui/icons/Edit';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0.75, 0, 0, 0.75),
      fontSize: theme.typography.pxToRem(13),
      fontStyle: 'italic',
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    button: {
      font: 'inherit',
      color: 'inherit',
      textAlign: 'left',
      borderRadius: theme.shape.borderRadius,
      alignItems: 'baseline',
      '& svg': {
        flex: 'none',
        marginLeft: 6,
        fontSize: 13,
        alignSelf: 'center',
        opacity: 0,
      },
      '&:hover svg, &:focus-visible svg': { opacity: 1 },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
      '@media (hover: none)': { '& svg': { opacity: 1 } },
    },
    field: {
      width: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(0.5, 1),
      font: 'inherit',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'HindsightQuestionLine' },
);

/** The question that the answers below it answer; it can be put in other words. */
export function QuestionLine(props: {
  question: string;
  readOnly?: boolean;
  /** @param question - absent to ask as it follows from the answer above */
  onChange: (question: string | undefined) => void;
}) {
  const classes = useStyles();
  const { question, readOnly } = props;
  const [typed, setTyped] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const editing = typed !== undefined;
  useEffect(() => {
    if (editing) {
      field.current?.focus();
      field.current?.select();
    }
  }, [editing]);

  const finish = (next?: string) => {
    setTyped(undefined);
    if (next !== undefined && next.trim() !== question) {
      props.onChange(next.trim() || undefined);
    }
  };
  if (readOnly) {
    return <p className={classes.root}>{question}</p>;
  }
  return (
    <div className={classes.root}>
      {editing ? (
        <input
          ref={field}
          className={classes.field}
          aria-label="Question; leave it empty for the usual one"
          maxLength={1000}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onBlur={() => finish(typed)}
          onKeyDown={event => {
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault();
              finish(event.key === 'Enter' ? typed : undefined);
              setTimeout(() => button.current?.focus());
            }
          }}
        />
      ) : (
        <ButtonBase
          ref={button}
          className={classes.button}
          aria-label={`Reword: ${question}`}
          onClick={() => setTyped(question)}
        >
          {question}
          <EditIcon aria-hidden />
        </ButtonBase>
      )}
    </div>
  );
}
