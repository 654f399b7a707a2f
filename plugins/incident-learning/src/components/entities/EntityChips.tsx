import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      minWidth: 0,
    },
    item: { maxWidth: '100%' },
    chip: { margin: 0, maxWidth: '100%' },
  }),
  { name: 'HindsightEntityChips' },
);

/** An entity that was chosen. */
export interface ChosenEntity {
  entityRef: string;
  /** What it is chosen as, where the same one can be chosen as several. */
  role?: string;
}

/** Entities that were chosen, each with a way to take it out again. */
export function EntityChips(props: {
  label: string;
  items: ChosenEntity[];
  /** Without it they stay. */
  onRemove?: (item: ChosenEntity) => void;
}) {
  const classes = useStyles();
  const { label, items, onRemove } = props;
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(item => (
        <li
          key={`${item.entityRef} ${item.role ?? ''}`}
          className={classes.item}
        >
          <EntityChip
            item={item}
            onRemove={onRemove && (() => onRemove(item))}
          />
        </li>
      ))}
    </ul>
  );
}

function EntityChip(props: { item: ChosenEntity; onRemove?: () => void }) {
  const classes = useStyles();
  const { entityRef, role } = props.item;
  const { primaryTitle } = useEntityPresentation(entityRef);
  const label = role ? `${primaryTitle} (${role})` : primaryTitle;
  const { onRemove } = props;
  return (
    <Chip
      size="small"
      variant="outlined"
      className={classes.chip}
      label={label}
      title={entityRef}
      {...(onRemove && {
        'aria-label': `Remove ${label}`,
        onClick: onRemove,
        onDelete: onRemove,
      })}
    />
  );
}
