import { makeStyles } from '@material-ui/core/styles';

/** Marks what is left on paper. */
export const PRINTED = { 'data-hindsight-printed': '' };

const HERE = '[data-hindsight-printed]';

/** Leaves on paper what is marked `PRINTED` and nothing of the portal around it. */
export const usePrintStyles = makeStyles(
  {
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
        color: '#000',
        background: '#fff',
        '& table, & svg, & li': { breakInside: 'avoid' },
        '& svg': { maxWidth: '100%' },
        '& button': { display: 'none' },
      },
    },
    /** Seen on paper only. */
    only: { display: 'none', '@media print': { display: 'block' } },
  },
  { name: 'HindsightPrint' },
);
