import Button from '@material-ui/core/Button';
import NotificationsIcon from '@material-ui/icons/NotificationsActive';
import NotificationsNoneIcon from '@material-ui/icons/NotificationsNone';
import { VisuallyHidden } from '../components/VisuallyHidden';
import type { Following } from './useFollowing';

/** Has the bulletin of a scope come each week, or no longer. */
export function FollowButton(props: { scope: string; state: Following }) {
  const { scope, state } = props;
  const { following, saving, said, follow, unfollow } = state;
  if (!following) {
    return null;
  }
  const follows = following.scopes.includes(scope);
  return (
    <>
      <Button
        variant={follows ? 'outlined' : 'contained'}
        color="primary"
        aria-pressed={follows}
        // Not disabled, which would lose the keyboard its place.
        aria-disabled={saving}
        startIcon={follows ? <NotificationsIcon /> : <NotificationsNoneIcon />}
        onClick={() => !saving && (follows ? unfollow(scope) : follow(scope))}
      >
        {follows ? 'Following' : 'Follow'}
      </Button>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </>
  );
}
