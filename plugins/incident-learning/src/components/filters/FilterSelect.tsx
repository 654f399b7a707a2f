import Checkbox from '@material-ui/core/Checkbox';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import CheckBoxIcon from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlankIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import { makeStyles } from '@material-ui/core/styles';
import { useCombobox } from '../inputs';

const useStyles = makeStyles(
  theme => ({
    inputRoot: { flexWrap: 'nowrap' },
    count: {
      flex: 'none',
      paddingLeft: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    box: { padding: 0, marginRight: theme.spacing(1) },
    option: { overflowWrap: 'anywhere' },
  }),
  { name: 'IncidentLearningFilterSelect' },
);

/** Picks any of several values; the values picked are shown elsewhere, here is only how many. */
export function FilterSelect(props: {
  label: string;
  options: readonly string[];
  words?: Record<string, string>;
  value: string[];
  onChange: (value: string[]) => void;
  loading?: boolean;
}) {
  const classes = useStyles();
  const { label, options, words, value, onChange } = props;
  const combobox = useCombobox();
  // What is picked stays in the list even where nothing has it any more.
  const choices = [...new Set([...value, ...options])].sort(byPlace(options));
  const wordOf = (option: string) => words?.[option] ?? option;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      size="small"
      classes={{ inputRoot: classes.inputRoot }}
      {...combobox.rootProps}
      options={choices}
      getOptionLabel={wordOf}
      value={value}
      onChange={(_, picked) => onChange(picked)}
      loading={props.loading}
      noOptionsText="Nothing to choose from"
      renderTags={picked => (
        <span className={classes.count}>
          {picked.length === 1 ? wordOf(picked[0]) : `${picked.length} chosen`}
        </span>
      )}
      renderOption={(option, { selected }) => (
        <>
          <Checkbox
            className={classes.box}
            size="small"
            color="primary"
            tabIndex={-1}
            icon={<CheckBoxOutlineBlankIcon fontSize="small" />}
            checkedIcon={<CheckBoxIcon fontSize="small" />}
            checked={selected}
            inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
          />
          <span className={classes.option}>{wordOf(option)}</span>
        </>
      )}
      renderInput={params => (
        <TextField
          {...params}
          inputProps={combobox.inputPropsOf(params, choices)}
          label={label}
          variant="outlined"
          placeholder={value.length > 0 ? undefined : 'Any'}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}

function byPlace(options: readonly string[]) {
  const place = (option: string) => options.indexOf(option);
  return (a: string, b: string) => place(a) - place(b);
}
