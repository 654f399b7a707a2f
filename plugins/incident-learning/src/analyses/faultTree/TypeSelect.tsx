import { makeStyles } from '@material-ui/core/styles';
import type { FaultTreeNode } from '@hindsight/backstage-plugin-incident-learning-common';

const useStyles = makeStyles(
  theme => ({
    select: {
      flex: 'none',
      height: 28,
      marginTop: 3,
      padding: theme.spacing(0, 0.5),
      font: 'inherit',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 700,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:focus': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -1,
      },
    },
  }),
  { name: 'HindsightTypeSelect' },
);

const TYPE_WORDS: Record<FaultTreeNode['type'], string> = {
  and: 'AND',
  or: 'OR',
  basic: 'Event',
};

/** Whether it takes all of what stands below, any of it, or is not taken apart. */
export function TypeSelect(props: {
  of: string;
  value: FaultTreeNode['type'];
  /** Whether it can be an event: nothing stands below it. */
  canBeEvent: boolean;
  disabled?: boolean;
  onChange: (type: FaultTreeNode['type']) => void;
}) {
  const classes = useStyles();
  return (
    <select
      className={classes.select}
      aria-label={`Type: ${props.of}`}
      value={props.value}
      disabled={props.disabled}
      onChange={event =>
        props.onChange(event.target.value as FaultTreeNode['type'])
      }
    >
      {(['and', 'or', 'basic'] as const).map(type => (
        <option
          key={type}
          value={type}
          disabled={type === 'basic' && !props.canBeEvent}
        >
          {TYPE_WORDS[type]}
        </option>
      ))}
    </select>
  );
}
