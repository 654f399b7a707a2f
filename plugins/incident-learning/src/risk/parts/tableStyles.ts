import { makeStyles } from '@material-ui/core/styles';

/** Tables of Risk: quiet lines, figures at the right. */
export const useDataTableStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.45,
      '& th, & td': {
        padding: theme.spacing(0.75, 2, 0.75, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 400,
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': {
        borderTop: 0,
        paddingTop: 0,
        fontWeight: 500,
        verticalAlign: 'bottom',
      },
      '& tbody th': { overflowWrap: 'anywhere', minWidth: 140 },
      '& th:last-child, & td:last-child': { paddingRight: 0 },
      '& .number': {
        textAlign: 'right',
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
      },
      // Words in a column of numbers.
      '& .words': { whiteSpace: 'normal' },
    },
    quiet: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningRiskTable' },
);
