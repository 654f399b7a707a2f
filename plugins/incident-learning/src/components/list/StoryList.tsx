import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0, paddingTop: 0 },
    },
  }),
  { name: 'HindsightStoryList' },
);

/** What happened one after the other, such as changes or decisions. */
export function StoryList<Item extends { id: string }>(props: {
  label?: string;
  items: Item[];
  children: (item: Item) => ReactNode;
}) {
  const classes = useStyles();
  const { label, items, children } = props;
  return (
    <ol className={classes.list} aria-label={label}>
      {items.map(item => (
        <li key={item.id} className={classes.item}>
          {children(item)}
        </li>
      ))}
    </ol>
  );
}
