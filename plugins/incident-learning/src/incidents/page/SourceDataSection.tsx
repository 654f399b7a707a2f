import { makeStyles } from '@material-ui/core/styles';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { Disclosure, Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    data: {
      margin: 0,
      padding: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'IncidentLearningSourceData' },
);

/** What the source says beyond the fields of an incident. */
export function SourceDataSection({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const { sourceData, source } = incident;
  if (!sourceData || Object.keys(sourceData).length === 0) {
    return null;
  }
  return (
    <Section title="Data of the source" note={source?.system}>
      <Disclosure summary="Show what the source says beyond the fields here">
        <pre className={classes.data}>
          {JSON.stringify(sourceData, undefined, 2)}
        </pre>
      </Disclosure>
    </Section>
  );
}
