import { makeStyles } from '@material-ui/core/styles';

/** The arrangement that causes, lessons and actions share. */
export const usePartStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 2),
      padding: 0,
    },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      minWidth: 0,
      scrollMarginTop: 80,
    },
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
      alignItems: 'start',
    },
    evidence: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) auto',
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(13),
    },
    name: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    hint: {
      margin: theme.spacing(0, 0, 2),
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
    add: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'HindsightReviewParts' },
);
