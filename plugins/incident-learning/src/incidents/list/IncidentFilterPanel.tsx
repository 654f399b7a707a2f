import { ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import { FilterSelect, SearchField } from '../../components/filters';
import {
  ChoiceFilter,
  ListFilters,
  MAIN_FILTERS,
  MORE_FILTERS,
} from './filters';

const ALL_FILTERS = [...MAIN_FILTERS, ...MORE_FILTERS];

const useStyles = makeStyles(
  theme => ({
    root: {
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
    grid: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
      alignItems: 'start',
    },
    wide: {
      gridColumn: 'span 2',
      [theme.breakpoints.down('xs')]: { gridColumn: 'auto' },
    },
    more: {
      marginTop: theme.spacing(1.5),
      '&[hidden]': { display: 'none' },
    },
    toggle: { justifySelf: 'start', minHeight: 40 },
  }),
  { name: 'IncidentLearningFilterPanel' },
);

/** The controls that filter a list of incidents. */
export function FilterPanel(props: {
  filters: ListFilters;
  onChange: (patch: Record<string, string | string[] | undefined>) => void;
  facets?: IncidentFacets;
  /** The control of the period, and of the scope, where the page has none of its own. */
  context?: ReactNode;
}) {
  const classes = useStyles();
  const moreId = useId();
  const { filters, onChange, facets, context } = props;
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const hidden = countOf(narrow ? ALL_FILTERS : MORE_FILTERS, filters);
  const [open, setOpen] = useState(hidden > 0);

  const select = (filter: ChoiceFilter) => (
    <FilterSelect
      key={filter.name}
      label={filter.label}
      options={filter.values ?? (filter.facet && facets?.[filter.facet]) ?? []}
      words={filter.words}
      loading={Boolean(filter.facet) && !facets}
      value={filters.choices[filter.name] ?? []}
      onChange={values => onChange({ [filter.name]: values })}
    />
  );

  const priority = (
    <FlagSelect
      label="Priority"
      value={filters.priority}
      words={['With or without', 'With priority', 'Without priority']}
      onChange={value => onChange({ priority: value })}
    />
  );

  return (
    <div role="search" aria-label="Filter incidents" className={classes.root}>
      <div className={classes.grid}>
        <div className={classes.wide}>
          <SearchField
            label="Search"
            value={filters.text ?? ''}
            onChange={text => onChange({ text })}
          />
        </div>
        {!narrow && (
          <>
            {MAIN_FILTERS.map(select)}
            {priority}
            {context}
          </>
        )}
        <Button
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={moreId}
          endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          onClick={() => setOpen(!open)}
        >
          {toggleLabel({ open, narrow, hidden })}
        </Button>
      </div>
      <div
        id={moreId}
        hidden={!open}
        className={`${classes.grid} ${classes.more}`}
      >
        {open && (
          <>
            {narrow && context}
            {narrow && priority}
            {(narrow ? ALL_FILTERS : MORE_FILTERS).map(select)}
            <FlagSelect
              label="Entities"
              value={filters.unassigned}
              words={['With or without', 'Unassigned', 'Assigned']}
              onChange={unassigned => onChange({ unassigned })}
            />
            <FlagSelect
              label="Drills"
              value={filters.drill}
              words={['With drills', 'Only drills', 'Without drills']}
              onChange={drill => onChange({ drill })}
            />
            <FlagSelect
              label="Review"
              value={filters.needsReview}
              words={['Needed or not', 'Needed', 'Not needed or begun']}
              onChange={needsReview => onChange({ needsReview })}
            />
          </>
        )}
      </div>
    </div>
  );
}

function countOf(choices: ChoiceFilter[], filters: ListFilters): number {
  return [
    ...choices.map(({ name }) => filters.choices[name]),
    filters.unassigned,
    filters.drill,
    filters.needsReview,
  ].filter(value => value !== undefined).length;
}

function toggleLabel(state: {
  open: boolean;
  narrow: boolean;
  hidden: number;
}): string {
  const { open, narrow, hidden } = state;
  if (open) {
    return narrow ? 'Hide filters' : 'Fewer filters';
  }
  const label = narrow ? 'Filters' : 'More filters';
  return hidden > 0 ? `${label} (${hidden} set)` : label;
}

function FlagSelect(props: {
  label: string;
  value: boolean | undefined;
  words: [either: string, yes: string, no: string];
  onChange: (value: string | undefined) => void;
}) {
  const [either, yes, no] = props.words;
  const id = useId();
  return (
    <TextField
      select
      id={id}
      label={props.label}
      variant="outlined"
      size="small"
      fullWidth
      value={String(props.value ?? '')}
      onChange={event => props.onChange(event.target.value || undefined)}
      SelectProps={{ displayEmpty: true }}
      InputLabelProps={{ shrink: true }}
    >
      <MenuItem value="">{either}</MenuItem>
      <MenuItem value="true">{yes}</MenuItem>
      <MenuItem value="false">{no}</MenuItem>
    </TextField>
  );
}
