import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { Markdown } from '../../components/Markdown';
import { BlamelessAdvice } from './BlamelessAdvice';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
    bar: { display: 'flex', gap: theme.spacing(0.5) },
    preview: {
      minHeight: 96,
      padding: theme.spacing(1.25, 1.75),
      border: `1px dashed ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'HindsightMarkdownField' },
);

/** A field of Markdown, with a look at how it reads and advice on blame. */
export function MarkdownField(props: {
  id: string;
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
}) {
  const classes = useStyles();
  const { id, label, help, value, onChange } = props;
  const [preview, setPreview] = useState(false);
  return (
    <div className={classes.root}>
      <div className={classes.bar} role="group" aria-label={`View of ${label}`}>
        <Button
          size="small"
          aria-pressed={!preview}
          color={preview ? 'default' : 'primary'}
          onClick={() => setPreview(false)}
        >
          Write
        </Button>
        <Button
          size="small"
          aria-pressed={preview}
          color={preview ? 'primary' : 'default'}
          onClick={() => setPreview(true)}
        >
          Preview
        </Button>
      </div>
      {preview ? (
        <div className={classes.preview} id={id} tabIndex={-1}>
          <Markdown text={value || '*Nothing written yet.*'} />
        </div>
      ) : (
        <TextField
          id={id}
          label={label}
          multiline
          minRows={props.rows ?? 4}
          maxRows={30}
          variant="outlined"
          size="small"
          fullWidth
          value={value}
          helperText={help}
          placeholder="Markdown"
          InputLabelProps={{ shrink: true }}
          onChange={event => onChange(event.target.value)}
        />
      )}
      <BlamelessAdvice text={value} />
    </div>
  );
}
