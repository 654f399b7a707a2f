import { ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  Theme,
  ThemeProvider,
  makeStyles,
  useTheme,
} from '@material-ui/core/styles';
import { themes } from '@backstage/theme';

const PRINTED = { 'data-hindsight-printed': '' };

const HERE = '[data-hindsight-printed]';

const useStyles = makeStyles(
  theme => ({
    '@global': {
      '@media print': {
        // What scrolls on a screen would be cut off at the first page.
        [`body:has(${HERE}), body *:has(${HERE})`]: {
          position: 'static !important',
          display: 'block !important',
          height: 'auto !important',
          overflow: 'visible !important',
          padding: '0 !important',
          margin: '0 !important',
        },
        [`*:has(${HERE}) > *:not(${HERE}):not(:has(${HERE}))`]: {
          display: 'none !important',
        },
      },
    },
    printed: {
      '@media print': {
        color: theme.palette.common.black,
        background: theme.palette.common.white,
        '& table, & figure, & svg, & li': { breakInside: 'avoid' },
        '& h3, & h4': { breakAfter: 'avoid' },
        // Drawn as wide as the screen; paper is narrower.
        '& svg': { maxWidth: '100%' },
        '& figure svg[viewBox]': { height: 'auto' },
        '& button': { display: 'none' },
      },
    },
    title: {
      display: 'none',
      '@media print': { display: 'block', margin: theme.spacing(0, 0, 2) },
    },
  }),
  { name: 'HindsightPrintable' },
);

/**
 * What is left on paper, with nothing of the portal around it: under a title
 * that is seen there only, and in light colours whatever the portal has.
 */
export function Printable(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const { title, children } = props;
  return (
    <div {...PRINTED} className={classes.printed}>
      <h1 className={classes.title}>{title}</h1>
      <PaperTheme>{children}</PaperTheme>
    </div>
  );
}

/** Charts and marks take their colours from the theme, and those of a dark one are too faint for paper. */
function PaperTheme(props: { children: ReactNode }) {
  const screen = useTheme();
  const printing = useIsPrinting();
  const paper = themes.light.getTheme('v4') as Theme | undefined;
  return (
    <ThemeProvider
      theme={
        printing && paper && screen.palette.type === 'dark' ? paper : screen
      }
    >
      {props.children}
    </ThemeProvider>
  );
}

function useIsPrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the page is taken as soon as the listeners are through.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
