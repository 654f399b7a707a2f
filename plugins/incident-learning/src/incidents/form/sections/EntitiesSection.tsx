import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import {
  AFFECTED_KINDS,
  EntityName,
  EntityPicker,
  useKnownEntities,
} from '../../../components/entities';
import { Section } from '../../../components/layout';
import { fieldId, useForm } from '../FormContext';
import { useSectionStyles } from './layout';

const useStyles = makeStyles(
  theme => ({
    entity: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto auto',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    primary: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningEntitiesSection' },
);

/** The entities that were affected, the first of which is primary. */
export function EntitiesSection() {
  const classes = { ...useSectionStyles(), ...useStyles() };
  const { values, set, problemsWithin } = useForm();
  const { entityRefs } = values;
  const known = useKnownEntities(entityRefs);
  const problems = problemsWithin('entityRefs');

  return (
    <Section title="Affected entities">
      <div className={classes.stack}>
        {entityRefs.length > 0 && (
          <ul className={classes.list} aria-label="Affected entities">
            {entityRefs.map((ref, index) => (
              <li key={ref} className={classes.entity}>
                <EntityName entityRef={ref} known={known(ref)} />
                {index === 0 ? (
                  <span className={classes.primary}>primary</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={`Make primary: ${ref}`}
                    onClick={() =>
                      set({
                        entityRefs: [
                          ref,
                          ...entityRefs.filter(other => other !== ref),
                        ],
                      })
                    }
                  >
                    Make primary
                  </Button>
                )}
                <IconButton
                  size="small"
                  aria-label={`Remove ${ref}`}
                  onClick={() =>
                    set({
                      entityRefs: entityRefs.filter(other => other !== ref),
                    })
                  }
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
        <EntityPicker
          adds
          inputId={fieldId('entityRefs')}
          label="Add an entity"
          kinds={AFFECTED_KINDS}
          error={problems.map(([, message]) => message).join('; ')}
          helperText="Search the catalog, or type a full entity ref and press Enter. Without one the incident waits in the queue of the unassigned."
          onPick={ref =>
            ref &&
            !entityRefs.includes(ref) &&
            set({ entityRefs: [...entityRefs, ref] })
          }
        />
      </div>
    </Section>
  );
}
