import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { RootCause } from '@hindsight/backstage-plugin-incident-learning-common';
import { CAUSE_ROLE_WORDS, CAUSE_TYPE_WORDS } from './words';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      margin: 0,
      paddingLeft: 20,
      fontSize: theme.typography.pxToRem(15),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    note: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    evidence: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'HindsightCauseFacts' },
);

/** Root causes to read. */
export function CauseFacts(props: { causes: RootCause[] }) {
  const classes = useStyles();
  if (props.causes.length === 0) {
    return <Typography color="textSecondary">None named.</Typography>;
  }
  return (
    <ol className={classes.list}>
      {props.causes.map(cause => (
        <li key={cause.id}>
          {cause.statement}
          <div className={classes.note}>
            {CAUSE_ROLE_WORDS[cause.role]},{' '}
            {CAUSE_TYPE_WORDS[cause.type].toLocaleLowerCase('en-US')}
            {cause.factors.length > 0 && `; ${cause.factors.join(', ')}`}
          </div>
          {cause.evidence.length > 0 && (
            <ul className={classes.evidence} aria-label="Evidence">
              {cause.evidence.map(({ text, url }, index) => (
                <li key={index}>
                  {url ? (
                    <Link to={url} target="_blank" rel="noopener noreferrer">
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
