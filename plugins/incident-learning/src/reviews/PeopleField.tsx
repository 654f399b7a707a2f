import { makeStyles } from '@material-ui/core/styles';
import type { Review } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EntityChips,
  EntityPicker,
  PARTICIPANT_KINDS,
} from '../components/entities';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  }),
  { name: 'HindsightPeopleField' },
);

type Participants = Review['participants'];

/** Users and groups that take part, one added after the other. */
export function PeopleField(props: {
  id?: string;
  value: Participants;
  onChange: (value: Participants) => void;
  hint?: string;
  disabled?: boolean;
}) {
  const classes = useStyles();
  const { value, onChange, disabled } = props;
  return (
    <div className={classes.root}>
      {value.length > 0 && (
        <EntityChips
          label="Participants"
          items={value}
          onRemove={
            disabled
              ? undefined
              : removed =>
                  onChange(
                    value.filter(
                      ({ entityRef, role }) =>
                        entityRef !== removed.entityRef ||
                        role !== removed.role,
                    ),
                  )
          }
        />
      )}
      {!disabled && (
        <EntityPicker
          inputId={props.id}
          label="Add a participant"
          kinds={PARTICIPANT_KINDS}
          adds
          helperText={props.hint}
          onPick={entityRef => {
            const known = value.some(p => p.entityRef === entityRef);
            if (entityRef && !known) {
              onChange([...value, { entityRef, role: 'participant' }]);
            }
          }}
        />
      )}
    </div>
  );
}
