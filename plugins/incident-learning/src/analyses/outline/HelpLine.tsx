import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      margin: 0,
      fontSize: theme.typography.pxToRem(12),
      lineHeight: 1.7,
      color: theme.palette.text.secondary,
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
    pair: { whiteSpace: 'nowrap' },
    key: {
      padding: '1px 5px',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 3,
      fontFamily: 'inherit',
      fontSize: theme.typography.pxToRem(11),
      color: theme.palette.text.primary,
    },
  }),
  { name: 'HindsightHelpLine' },
);

/** The keys of an outline. */
export function HelpLine(props: { one: string; within: string }) {
  const classes = useStyles();
  const keys: [string, string][] = [
    ['Enter', `next ${props.one}`],
    ['Ctrl+Enter', props.within],
    ['Tab', 'deeper'],
    ['Shift+Tab', 'out'],
    ['Alt+↑ ↓', 'move'],
    ['Ctrl+Shift+Backspace', 'delete'],
    ['Ctrl+Z', 'undo'],
    ['Ctrl+.', 'menu'],
    ['Esc', 'then Tab leaves'],
  ];
  return (
    <p className={classes.root}>
      {keys.map(([key, meaning]) => (
        <span key={key} className={classes.pair}>
          <kbd className={classes.key}>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
