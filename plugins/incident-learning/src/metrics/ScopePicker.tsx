import { useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useApiData } from '../api';

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: '1 1 280px',
      maxWidth: 420,
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
      [theme.breakpoints.down('xs')]: { maxWidth: 'none' },
    },
    option: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'IncidentLearningScopePicker' },
);

/** Kinds that hold others, offered before anything is typed. */
const HOLDERS = ['Group', 'System', 'Domain'];
const KINDS = [...HOLDERS, 'Component', 'API', 'Resource'];

interface Option {
  ref: string;
  title: string;
  kind: string;
}

const NOTHING: Option[] = [];

/** Picks whose incidents are shown: the whole organisation, or an entity found by its name. */
export function ScopePicker(props: {
  scope: string | undefined;
  onPick: (scope: string | undefined) => void;
}) {
  const classes = useStyles();
  const { scope, onPick } = props;
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text), 250, [text]);
  const found = useEntities(term);
  const picked = usePicked(scope);
  // What was found for another text must not be picked for this one.
  const searching = found.loading || text !== term;

  return (
    <Autocomplete<Option>
      className={classes.root}
      size="small"
      options={searching ? NOTHING : found.data ?? NOTHING}
      loading={searching}
      loadingText="Searching the catalog…"
      noOptionsText={
        found.error
          ? `Could not search the catalog: ${found.error.message}`
          : 'The catalog has no team, system or service of that name.'
      }
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={option => option.title}
      getOptionSelected={(option, selected) => option.ref === selected.ref}
      groupBy={option => option.kind}
      value={picked ?? null}
      onChange={(_, option) => onPick(option?.ref)}
      onInputChange={(_, input, reason) =>
        setText(reason === 'input' ? input : '')
      }
      renderOption={option => (
        <div className={classes.option}>
          {option.title}
          <Typography variant="body2" color="textSecondary">
            {option.ref}
          </Typography>
        </div>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label="Whose incidents"
          placeholder="Whole organisation"
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}

function useEntities(term: string) {
  const catalogApi = useApi(catalogApiRef);
  return useApiData(term, async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: term ? KINDS : HOLDERS },
      fullTextFilter: term
        ? {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          }
        : undefined,
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
      limit: 50,
    });
    return items
      .map(optionOf)
      .sort(
        (a, b) =>
          KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
          a.title.localeCompare(b.title),
      );
  });
}

function optionOf(entity: Entity): Option {
  return {
    ref: stringifyEntityRef(entity),
    title: defaultEntityPresentation(entity).primaryTitle,
    kind: entity.kind,
  };
}

/** The picked scope as an option, by its ref until the catalog has told its title. */
function usePicked(scope: string | undefined): Option | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useApiData(
    scope ?? '',
    async () => scope && (await catalogApi.getEntityByRef(scope)),
  );
  // The same object for the same scope, or the input would forget what is typed.
  return useMemo(() => {
    if (!scope) {
      return undefined;
    }
    const known = data && stringifyEntityRef(data) === scope;
    return known ? optionOf(data) : { ref: scope, title: scope, kind: '' };
  }, [scope, data]);
}
