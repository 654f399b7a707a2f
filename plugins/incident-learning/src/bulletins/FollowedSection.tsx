import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  BulletinFollowing,
  bulletinScopeTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ErrorState, LoadingState } from '../components';
import { Section } from '../components/layout';
import { useEntityTitle } from '../components/pickers/useEntityTitle';
import { useBulletinQuery } from './useBulletin';
import type { Following } from './useFollowing';

const useStyles = makeStyles(
  theme => ({
    note: { margin: 0, fontSize: theme.typography.pxToRem(14) },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0 },
    },
  }),
  { name: 'HindsightFollowedSection' },
);

/** Which bulletins come to the reader, and when. */
export function FollowedSection({ state }: { state: Following }) {
  const classes = useStyles();
  const { following, error, retry } = state;
  if (error) {
    return <ErrorState what="what you follow" error={error} onRetry={retry} />;
  }
  if (!following) {
    return <LoadingState what="what you follow" variant="table" count={1} />;
  }
  return (
    <Section title="What comes to you" note={deliveryText(following)}>
      {following.scopes.length === 0 ? (
        <p className={classes.note}>
          Follow a bulletin, and a notification comes in each week that has
          something to tell. What is restricted is not counted in it.
        </p>
      ) : (
        <ul className={classes.list}>
          {following.scopes.map(scope => (
            <Followed key={scope} scope={scope} state={state} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Followed(props: { scope: string; state: Following }) {
  const classes = useStyles();
  const { scope, state } = props;
  const title = useScopeTitle(scope);
  const query = useBulletinQuery();
  return (
    <li className={classes.item}>
      <Link to={query({ scope })}>{title}</Link>
      <Button
        size="small"
        aria-label={`Follow ${title} no longer`}
        aria-disabled={state.saving}
        onClick={() => !state.saving && state.unfollow(scope)}
      >
        Unfollow
      </Button>
    </li>
  );
}

/** Whose bulletin it is, by the title that the catalog knows. */
export function useScopeTitle(scope: string): string {
  const entity = scope === 'org' || scope === 'mine' ? undefined : scope;
  const title = useEntityTitle(entity);
  const known = bulletinScopeTitle(scope);
  return entity ? title : known[0].toUpperCase() + known.slice(1);
}

/** `Mondays at 8:00 (Europe/Berlin)`. */
function deliveryText({ delivery }: BulletinFollowing): string {
  const { day, hour, timeZone } = delivery;
  return `${day[0].toUpperCase()}${day.slice(1)}s at ${hour}:00 (${timeZone})`;
}
