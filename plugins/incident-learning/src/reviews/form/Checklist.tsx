import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutline';
import type { Missing } from '@hindsight/backstage-plugin-incident-learning-common';
import { fieldId, focusField } from './fieldId';
import { describeMissing } from './missing';
import { useReviewContext } from './ReviewContext';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.4,
    },
    link: { color: theme.palette.link ?? theme.palette.text.primary },
    done: {
      display: 'flex',
      gap: theme.spacing(1),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'HindsightChecklist' },
);

/** What is missing, each entry a way to its field. */
export function MissingList(props: { label: string; missing: Missing[] }) {
  const classes = useStyles();
  const { review } = useReviewContext();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.missing.map(entry => (
        <li key={`${entry.path} ${entry.message}`}>
          <a
            className={classes.link}
            href={`#${fieldId(entry.path)}`}
            onClick={event => {
              event.preventDefault();
              focusField(entry.path);
            }}
          >
            {describeMissing(entry, review)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What publishing still needs, as it is written. */
export function Checklist(props: { missing: Missing[] }) {
  const classes = useStyles();
  return props.missing.length === 0 ? (
    <p className={classes.done}>
      <CheckCircleIcon fontSize="small" aria-hidden />
      Everything that publishing needs is there.
    </p>
  ) : (
    <MissingList label="Publishing still needs" missing={props.missing} />
  );
}
