import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      '@media print': {
        '& > *': { display: 'none !important' },
        '&::before': {
          content:
            '"Not loaded when this was printed. Print again: it loads meanwhile."',
        },
      },
    },
  },
  { name: 'HindsightNotPrinted' },
);

/** Around what stands in for something that is not there yet: on paper, where nothing loads any more, that is said instead. */
export function NotPrinted(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-hidden>
      {props.children}
    </div>
  );
}
