import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import CloseIcon from '@material-ui/icons/Close';
import { EntityPicker, PARTICIPANT_KINDS } from '../../../components/entities';
import { Section } from '../../../components/layout';
import { TextInput } from '../fields';
import { fieldId, useForm } from '../FormContext';
import { useRows } from '../useRows';
import { ParticipantValue, newKey } from '../values';
import { useSectionStyles } from './layout';

const useStyles = makeStyles(
  theme => ({
    participant: {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 1fr) minmax(180px, 2fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& > :nth-child(2)': { gridRow: 2 },
      },
    },
  }),
  { name: 'IncidentLearningPeopleSection' },
);

/** Who took part in the response, and as what. */
export function PeopleSection() {
  const classes = { ...useSectionStyles(), ...useStyles() };
  const { values, set, problemOf, touch } = useForm();
  const rows = useRows<ParticipantValue>({
    name: 'participants',
    rows: values.participants,
    onChange: participants => set({ participants }),
    make: () => ({ key: newKey(), role: '', entityRef: '' }),
  });
  return (
    <Section title="Participants">
      <div className={classes.stack} ref={rows.ref}>
        {values.participants.length > 0 && (
          <ul className={classes.list}>
            {values.participants.map((participant, index) => {
              const path = `participants.${index}`;
              const problem = problemOf(`${path}.entityRef`);
              return (
                <li key={participant.key} className={classes.participant}>
                  <TextInput
                    path={`${path}.role`}
                    placeholder="such as incident commander"
                    value={participant.role}
                    onChange={role => rows.change(participant.key, { role })}
                  />
                  <EntityPicker
                    inputId={fieldId(`${path}.entityRef`)}
                    label="User or group"
                    kinds={PARTICIPANT_KINDS}
                    value={participant.entityRef || undefined}
                    error={problem && `User or group ${problem}`}
                    onBlur={() => touch(`${path}.entityRef`)}
                    onPick={entityRef =>
                      rows.change(participant.key, {
                        entityRef: entityRef ?? '',
                      })
                    }
                  />
                  <IconButton
                    size="small"
                    aria-label={`Remove participant ${index + 1}`}
                    onClick={() => rows.remove(participant.key)}
                  >
                    <CloseIcon fontSize="small" />
                  </IconButton>
                </li>
              );
            })}
          </ul>
        )}
        <div>
          <Button
            variant="outlined"
            size="small"
            startIcon={<AddIcon />}
            onClick={rows.add}
          >
            Add a participant
          </Button>
        </div>
      </div>
    </Section>
  );
}
