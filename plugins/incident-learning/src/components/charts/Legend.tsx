import { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '24px',
      '& li': { display: 'flex' },
    },
    item: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      color: theme.palette.text.primary,
      font: 'inherit',
      lineHeight: 'inherit',
      borderRadius: theme.shape.borderRadius,
      '& svg': { flex: 'none', display: 'block' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    off: {
      color: theme.palette.text.secondary,
      textDecoration: 'line-through',
      '& svg': { opacity: 0.35 },
    },
    count: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningChartLegend' },
);

/** One entry of a legend. */
export interface LegendItem {
  key: string;
  label: string;
  /** Such as "n 915". */
  count?: string;
  glyph: ReactNode;
}

/** What the marks mean; with `onToggle` a series can be taken out and back. */
export function Legend(props: {
  items: LegendItem[];
  hidden?: ReadonlySet<string>;
  onToggle?: (key: string) => void;
}) {
  const classes = useStyles();
  const { items, hidden, onToggle } = props;
  return (
    <ul className={classes.root} aria-label="Legend">
      {items.map(item => (
        <li key={item.key}>
          {onToggle ? (
            <ButtonBase
              className={`${classes.item} ${
                hidden?.has(item.key) ? classes.off : ''
              }`}
              aria-pressed={!hidden?.has(item.key)}
              title={hidden?.has(item.key) ? 'Show' : 'Hide'}
              onClick={() => onToggle(item.key)}
            >
              <LegendEntry item={item} />
            </ButtonBase>
          ) : (
            <span className={classes.item}>
              <LegendEntry item={item} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function LegendEntry(props: { item: LegendItem }) {
  const classes = useStyles();
  const { glyph, label, count } = props.item;
  return (
    <>
      {glyph}
      <span>{label}</span>
      {count && <span className={classes.count}>{count}</span>}
    </>
  );
}
