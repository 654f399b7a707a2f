import { makeStyles } from '@material-ui/core/styles';
import { EntityChips } from './EntityChips';
import { EntityPicker } from './EntityPicker';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
  }),
  { name: 'HindsightEntitiesField' },
);

/** Any number of entities, one added after the other. */
export function EntitiesField(props: {
  label: string;
  /** The kinds to choose from; the same array each time. */
  kinds: readonly string[];
  value: string[];
  onChange: (value: string[]) => void;
  hint?: string;
}) {
  const classes = useStyles();
  const { label, kinds, value, onChange, hint } = props;
  return (
    <div className={classes.root}>
      <EntityPicker
        adds
        label={label}
        kinds={kinds}
        helperText={hint}
        onPick={added =>
          added && !value.includes(added) && onChange([...value, added])
        }
      />
      {value.length > 0 && (
        <EntityChips
          label={label}
          items={value.map(entityRef => ({ entityRef }))}
          onRemove={({ entityRef }) =>
            onChange(value.filter(other => other !== entityRef))
          }
        />
      )}
    </div>
  );
}
