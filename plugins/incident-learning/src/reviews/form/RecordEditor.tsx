import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { refusalText } from '../../api';
import { fieldId } from './fieldId';
import { PartConflict } from './PartConflict';
import { usePartStyles } from './partStyles';
import { SaveMark } from './SaveMark';
import type { AutoSaved } from './useAutoSave';

/** A lesson or an action as it is written: its fields, whether they are saved, and a way to remove it. */
export function RecordEditor<T>(props: {
  /** Such as `Lesson 2`. */
  name: string;
  /** Where it stands in the review, such as `lessons.<id>`. */
  path: string;
  saving: AutoSaved<T>;
  /** A version of it in few words, where two people wrote at once. */
  describe: (value: T) => ReactNode;
  /** Absent where it has to stay. */
  onRemove?: () => Promise<void>;
  /** The fields. */
  children: ReactNode;
}) {
  const classes = usePartStyles();
  const { name, path, saving, onRemove } = props;
  const [error, setError] = useState<string>();
  const remove = async () => {
    try {
      await onRemove?.();
    } catch (caught) {
      setError(refusalText(caught));
    }
  };
  return (
    <li className={classes.item} id={fieldId(path)} aria-label={name}>
      <div className={classes.head}>
        <h4 className={classes.name}>{name}</h4>
        <SaveMark saving={saving} />
        {onRemove && (
          <Button
            size="small"
            aria-label={`Remove ${name.toLocaleLowerCase('en-US')}`}
            onClick={remove}
          >
            Remove
          </Button>
        )}
      </div>
      {error && <Alert severity="error">Not removed: {error}</Alert>}
      <PartConflict title={name} saving={saving} show={props.describe} />
      {props.children}
    </li>
  );
}
