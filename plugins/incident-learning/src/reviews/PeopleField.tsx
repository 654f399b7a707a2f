import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { Review } from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityPicker, PARTICIPANT_KINDS } from '../components/entities';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    chip: { margin: 0, maxWidth: '100%' },
  }),
  { name: 'HindsightPeopleField' },
);

type Participants = Review['participants'];

function PersonChip(props: {
  entityRef: string;
  role: string;
  onRemove?: () => void;
}) {
  const classes = useStyles();
  const { entityRef, role, onRemove } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  const label = `${primaryTitle} (${role})`;
  return (
    <Chip
      size="small"
      variant="outlined"
      className={classes.chip}
      label={label}
      title={entityRef}
      {...(onRemove && {
        'aria-label': `Remove ${label}`,
        onClick: onRemove,
        onDelete: onRemove,
      })}
    />
  );
}

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
        <ul className={classes.list} aria-label="Participants">
          {value.map(({ entityRef, role }) => (
            <li key={`${entityRef} ${role}`}>
              <PersonChip
                entityRef={entityRef}
                role={role}
                onRemove={disabled ? undefined : () => remove(entityRef, role)}
              />
            </li>
          ))}
        </ul>
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

  function remove(entityRef: string, role: string) {
    onChange(value.filter(p => p.entityRef !== entityRef || p.role !== role));
  }
}
