import { useMemo, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { makeStyles } from '@material-ui/core/styles';
import { useScopeProblem } from '../../url';
import { EntityOption, EntityOptionText, useEntitySearch } from '../entities';
import { useCombobox } from '../inputs';
import { useEntityTitle } from './useEntityTitle';

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: '1 1 240px',
      maxWidth: 360,
      // On the page's own ground the kit's grey is too pale to read.
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
      [theme.breakpoints.down('xs')]: { maxWidth: 'none' },
    },
  }),
  { name: 'IncidentLearningScopePicker' },
);

/** Kinds that hold others, offered before anything is typed. */
const HOLDERS = ['group', 'system', 'domain'] as const;
const KINDS = [...HOLDERS, 'component', 'api', 'resource'] as const;

const NOTHING: EntityOption[] = [];

/** Picks whose incidents are shown: the whole organisation, or an entity found by its name. */
export function ScopePicker(props: {
  scope: string | undefined;
  onPick: (scope: string | undefined) => void;
  /** `Whose incidents` unless said. */
  label?: string;
  /** What is shown while nothing is picked; `Whole organisation` unless said. */
  placeholder?: string;
}) {
  const classes = useStyles();
  const { scope, onPick } = props;
  const { label = 'Whose incidents', placeholder = 'Whole organisation' } =
    props;
  const title = useEntityTitle(scope);
  const problem = useScopeProblem();
  const [typed, setTyped] = useState<string>();
  const combobox = useCombobox();
  const search = useEntitySearch({
    text: typed ?? '',
    kinds: typed ? KINDS : HOLDERS,
    active: combobox.open,
  });
  // The same object for the same scope, or the field would forget what is typed.
  const value = useMemo(
    () => (scope ? { entityRef: scope, title, kind: '' } : null),
    [scope, title],
  );
  // What was found for another text must not be picked for this one.
  const options = search.loading ? NOTHING : search.options;
  return (
    <Autocomplete<EntityOption>
      className={classes.root}
      size="small"
      {...combobox.rootProps}
      options={options}
      loading={search.loading}
      loadingText="Searching the catalog…"
      noOptionsText={
        search.failed
          ? 'The catalog does not answer. Try again in a moment.'
          : 'The catalog has no team, system or service of that name.'
      }
      filterOptions={all => all}
      getOptionLabel={option => option.title}
      getOptionSelected={(option, picked) =>
        option.entityRef === picked.entityRef
      }
      value={value}
      inputValue={typed ?? (scope ? title : '')}
      onChange={(_, option) => {
        setTyped(undefined);
        onPick(option?.entityRef);
      }}
      onInputChange={(_, input, reason) =>
        setTyped(reason === 'input' ? input : undefined)
      }
      onBlur={() => setTyped(undefined)}
      renderOption={option => <EntityOptionText option={option} />}
      renderInput={params => (
        <TextField
          {...params}
          inputProps={combobox.inputPropsOf(params, options)}
          label={label}
          placeholder={placeholder}
          error={Boolean(problem)}
          helperText={problem}
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
