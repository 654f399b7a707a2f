import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { INCIDENT_TIMES } from '@hindsight/backstage-plugin-incident-learning-common';
import { Disclosure, Section } from '../../../components/layout';
import { DURATION_UNITS, DurationUnit, DurationValue } from '../durations';
import { useField } from '../fields';
import { useForm } from '../FormContext';
import { TimeInput } from '../TimeInput';
import { useSectionStyles } from './layout';

const useStyles = makeStyles(
  theme => ({
    duration: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 120px',
      gap: theme.spacing(1),
      alignItems: 'start',
    },
  }),
  { name: 'IncidentLearningTimesSection' },
);

/** The times of the response, and the durations that a source knows without them. */
export function TimesSection() {
  const classes = useSectionStyles();
  const { values, set } = useForm();
  const { times, reportedTimeToDetect, reportedTimeToContain } = values;
  const reported =
    reportedTimeToDetect.amount !== '' || reportedTimeToContain.amount !== '';
  return (
    <Section title="Times" note="in UTC">
      <div className={classes.stack}>
        <p className={classes.hint}>
          Leave out what is not known, and say how finely the rest is known: a
          guess would count like a fact.
        </p>
        {INCIDENT_TIMES.map(time => (
          <TimeInput
            key={time}
            path={time}
            value={times[time]}
            onChange={value => set({ times: { ...times, [time]: value } })}
          />
        ))}
        <Disclosure
          summary="The source tells durations, not times"
          open={reported}
        >
          <div className={classes.columns} style={{ paddingTop: 8 }}>
            <DurationInput
              path="reportedTimeToDetectMs"
              value={reportedTimeToDetect}
              onChange={value => set({ reportedTimeToDetect: value })}
            />
            <DurationInput
              path="reportedTimeToContainMs"
              value={reportedTimeToContain}
              onChange={value => set({ reportedTimeToContain: value })}
            />
          </div>
        </Disclosure>
      </div>
    </Section>
  );
}

function DurationInput(props: {
  path: string;
  value: DurationValue;
  onChange: (value: DurationValue) => void;
}) {
  const classes = useStyles();
  const { path, value, onChange } = props;
  const field = useField({
    path,
    hint: 'Goes before the duration between the times',
  });
  return (
    <div className={classes.duration} role="group" aria-label={field.label}>
      <TextField
        {...field}
        inputProps={{ inputMode: 'decimal' }}
        value={value.amount}
        onChange={event => onChange({ ...value, amount: event.target.value })}
      />
      <TextField
        select
        id={`${field.id}-unit`}
        label="Unit"
        variant="outlined"
        size="small"
        value={value.unit}
        onChange={event =>
          onChange({ ...value, unit: event.target.value as DurationUnit })
        }
      >
        {Object.keys(DURATION_UNITS).map(unit => (
          <MenuItem key={unit} value={unit}>
            {unit}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}
