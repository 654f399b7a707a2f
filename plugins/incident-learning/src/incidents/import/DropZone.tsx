import { DragEvent, useId, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import PublishIcon from '@material-ui/icons/Publish';

const useStyles = makeStyles(
  theme => ({
    zone: {
      position: 'relative',
      display: 'block',
      padding: theme.spacing(4, 2),
      border: `2px dashed ${theme.palette.text.hint}`,
      borderRadius: theme.shape.borderRadius,
      textAlign: 'center',
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-within': {
        borderColor: theme.palette.text.primary,
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    over: {
      borderStyle: 'solid',
      borderColor: theme.palette.text.primary,
      backgroundColor: theme.palette.action.selected,
    },
    input: {
      position: 'absolute',
      inset: 0,
      width: '100%',
      height: '100%',
      opacity: 0,
      cursor: 'pointer',
    },
    icon: { fontSize: 36, color: theme.palette.text.secondary },
    title: { fontWeight: 500 },
    hint: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningDropZone' },
);

/** Takes one file, dropped or chosen; the keyboard opens the browser's own dialog. */
export function DropZone(props: {
  hint: string;
  accept: string;
  onPick: (file: File) => void;
}) {
  const classes = useStyles();
  const inputId = useId();
  const hintId = useId();
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) {
      props.onPick(file);
    }
  };

  return (
    <label
      htmlFor={inputId}
      className={`${classes.zone} ${over ? classes.over : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <PublishIcon className={classes.icon} aria-hidden />
      <Typography className={classes.title}>
        Drop a file here, or choose one
      </Typography>
      <Typography id={hintId} variant="body2" className={classes.hint}>
        {props.hint}
      </Typography>
      <input
        id={inputId}
        className={classes.input}
        type="file"
        aria-label="File to import"
        aria-describedby={hintId}
        accept={props.accept}
        onChange={event => {
          const file = event.target.files?.item(0);
          // Else the same file could not be chosen again after a correction.
          event.target.value = '';
          if (file) {
            props.onPick(file);
          }
        }}
      />
    </label>
  );
}
