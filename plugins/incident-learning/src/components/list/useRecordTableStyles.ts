import { makeStyles } from '@material-ui/core/styles';

/** A table of records; on a narrow screen they stand one below the other. */
export const useRecordTableStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '& th, & td': {
        padding: theme.spacing(1.25, 2, 1.25, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& thead th, & thead td': {
        borderTop: 0,
        paddingTop: 0,
        fontWeight: 500,
      },
      // Titles give way first: a name that breaks between any two letters cannot be read.
      '& tbody th': { width: '45%', fontWeight: 500, overflowWrap: 'anywhere' },
      '& td': { overflowWrap: 'break-word' },
      [theme.breakpoints.down('xs')]: {
        '&, & tbody, & tr, & td, & th': { display: 'block' },
        '& thead': { display: 'none' },
        '& tr': {
          padding: theme.spacing(1.25, 0),
          borderTop: `1px solid ${theme.palette.divider}`,
        },
        '& tbody th': { width: 'auto' },
        '& tbody th, & td': { padding: theme.spacing(0.25, 0), border: 0 },
      },
    },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.5),
      '&:empty': { display: 'none' },
    },
    note: {
      display: 'block',
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningRecordTable' },
);
