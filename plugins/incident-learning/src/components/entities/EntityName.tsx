import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { NotInCatalog } from '..';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 0.75),
      maxWidth: '100%',
      lineHeight: 1.4,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'IncidentLearningEntityName' },
);

/** An entity as a link to its page, or, where the catalog lacks it, marked as such. */
export function EntityName(props: {
  entityRef: string;
  known: boolean | undefined;
  /** The kind to leave out of the name. */
  defaultKind?: string;
}) {
  const classes = useStyles();
  const { entityRef, known, defaultKind } = props;
  return (
    <span className={classes.root}>
      {known === false ? (
        <>
          <span>
            {humanizeEntityRef(parseEntityRef(entityRef), { defaultKind })}
          </span>
          <NotInCatalog />
        </>
      ) : (
        <EntityRefLink entityRef={entityRef} defaultKind={defaultKind} />
      )}
    </span>
  );
}
