import { makeStyles } from '@material-ui/core/styles';

/** The arrangement of fields that the sections share. */
export const useSectionStyles = makeStyles(
  theme => ({
    stack: { display: 'grid', gap: theme.spacing(2.5), minWidth: 0 },
    columns: {
      display: 'grid',
      gap: theme.spacing(2.5, 2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
      alignItems: 'start',
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    row: {
      display: 'grid',
      gap: theme.spacing(1),
      alignItems: 'start',
      paddingBottom: theme.spacing(1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    hint: {
      margin: 0,
      lineHeight: 1.4,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    checks: {
      display: 'grid',
      '& .MuiFormControlLabel-label': {
        fontSize: theme.typography.pxToRem(14),
      },
    },
  }),
  { name: 'IncidentLearningFormSections' },
);
