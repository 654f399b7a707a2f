import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { refusalText } from '../../api';
import { usePartStyles } from './partStyles';
import { TextInput } from '../../components/inputs';

/** Adds an entry by its first line; the rest is filled in where it then stands. */
export function AddLine(props: {
  id: string;
  label: string;
  button: string;
  onAdd: (text: string) => Promise<void>;
}) {
  const classes = usePartStyles();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const add = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.onAdd(text.trim());
      setText('');
    } catch (caught) {
      setError(refusalText(caught));
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        if (text.trim() && !busy) {
          add();
        }
      }}
    >
      <div className={classes.add}>
        <TextInput
          id={props.id}
          label={props.label}
          value={text}
          onChange={setText}
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={busy || !text.trim()}
        >
          {busy ? 'Adding…' : props.button}
        </Button>
      </div>
      {error && <Alert severity="error">Not added: {error}</Alert>}
    </form>
  );
}
