import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import type { UrlPatch } from '../../url';
import { useEntityTitle } from '../pickers';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    // The kit's chips have margins of their own.
    chip: { margin: 0, maxWidth: '100%' },
    item: { maxWidth: '100%' },
  }),
  { name: 'IncidentLearningActiveFilters' },
);

/** One value that filters, and the change of the address that takes it away. */
export interface ActiveFilter {
  label: string;
  value: string;
  /** The entity that is filtered by: its title is shown for the value. */
  entityRef?: string;
  without: UrlPatch;
}

/** What the list is filtered by, each with a way to take it away. */
export function ActiveFilters(props: {
  filters: ActiveFilter[];
  onRemove: (filter: ActiveFilter) => void;
  onClear: () => void;
}) {
  const classes = useStyles();
  if (props.filters.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label="Active filters">
      {props.filters.map(filter => (
        <li key={`${filter.label} ${filter.value}`} className={classes.item}>
          <FilterChip filter={filter} onRemove={props.onRemove} />
        </li>
      ))}
      <li>
        <Button size="small" onClick={props.onClear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

function FilterChip(props: {
  filter: ActiveFilter;
  onRemove: (filter: ActiveFilter) => void;
}) {
  const classes = useStyles();
  const { filter, onRemove } = props;
  const title = useEntityTitle(filter.entityRef);
  const text = `${filter.label}: ${title || filter.value}`;
  return (
    <Chip
      size="small"
      variant="outlined"
      className={classes.chip}
      label={text}
      aria-label={`Remove the filter ${text}`}
      onClick={() => onRemove(filter)}
      onDelete={() => onRemove(filter)}
    />
  );
}
