import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Link as RouterLink } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Bulletin,
  bulletinDays,
  isEmptyBulletin,
  weekTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EmptyState, ErrorState, LoadingState } from '../components';
import { PageTitle } from '../components/layout';
import { Printable } from '../components/print';
import { reviewsRouteRef } from '../routes';
import { BulletinTools } from './BulletinTools';
import { BulletinView } from './BulletinView';
import { CopyButton } from './CopyButton';
import { FollowButton } from './FollowButton';
import { FollowedSection, useScopeTitle } from './FollowedSection';
import { useBulletin, useBulletinAddress } from './useBulletin';
import { useFollowing } from './useFollowing';

const useStyles = makeStyles(
  theme => ({ below: { marginTop: theme.spacing(2) } }),
  { name: 'HindsightBulletinPage' },
);

/** The tab Bulletin of the page Learning: what a week taught. */
export function BulletinPage() {
  const classes = useStyles();
  const [address, pickScope] = useBulletinAddress();
  const { scope } = address;
  const { data, error, loading, retry } = useBulletin(address);
  const following = useFollowing();
  const scopeTitle = useScopeTitle(scope);
  return (
    <>
      <PageTitle
        title={data ? titleOf(data) : 'Learning bulletin'}
        below={<Below title={scopeTitle} bulletin={data} />}
        actions={
          <>
            {data && !error && (
              <>
                <Button variant="outlined" onClick={() => window.print()}>
                  Print
                </Button>
                <CopyButton
                  key={`${data.week} ${scope}`}
                  address={{ scope, week: data.week }}
                />
              </>
            )}
            <FollowButton key={scope} scope={scope} state={following} />
          </>
        }
      />
      <BulletinTools bulletin={data} scope={scope} onPick={pickScope} />
      {error && (
        <ErrorState what="the bulletin" error={error} onRetry={retry} />
      )}
      {!data && !error && <LoadingState what="bulletin" variant="cards" />}
      {data && !error && (
        <Printable
          title={`${titleOf(data)}: ${scopeTitle}, ${bulletinDays(data)}`}
        >
          <Content bulletin={data} busy={loading} />
        </Printable>
      )}
      <div className={classes.below}>
        <FollowedSection state={following} />
      </div>
    </>
  );
}

function titleOf({ week }: Bulletin): string {
  const title = weekTitle(week);
  return `${title[0].toUpperCase()}${title.slice(1)}`;
}

function Below(props: { title: string; bulletin?: Bulletin }) {
  const { title, bulletin } = props;
  return (
    <span role="status">
      {[
        title,
        ...(bulletin ? [bulletinDays(bulletin)] : []),
        ...(bulletin && bulletin.timeZone !== 'UTC'
          ? [`days in ${bulletin.timeZone}`]
          : []),
        ...(bulletin && bulletin.week === bulletin.currentWeek
          ? ['so far']
          : []),
      ].join(' · ')}
    </span>
  );
}

function Content(props: { bulletin: Bulletin; busy: boolean }) {
  const { bulletin, busy } = props;
  const reviewsPath = useRouteRef(reviewsRouteRef)();
  const { week, currentWeek, groups } = bulletin;
  if (week > currentWeek) {
    return (
      <Nothing
        title="This week has not begun"
        description="Its bulletin is there from its first day on."
      />
    );
  }
  if (groups?.length === 0) {
    return (
      <Nothing
        title="You are in no group"
        description="The catalog names no group that you belong to, so there is no bulletin of your groups. Ask for a place in your team’s group, or read the bulletin of the whole organisation."
      />
    );
  }
  if (isEmptyBulletin(bulletin) && !busy) {
    return (
      <Nothing
        title="Nothing was learned on record this week"
        description="No lesson or review was published, no action verified, none is overdue, and no kind of incident became a pattern. What is learned gets here when a review is published."
        action={
          <Button variant="outlined" component={RouterLink} to={reviewsPath}>
            See the reviews
          </Button>
        }
      />
    );
  }
  return <BulletinView bulletin={bulletin} busy={busy} />;
}

function Nothing(props: Parameters<typeof EmptyState>[0]) {
  return (
    <Paper variant="outlined">
      <EmptyState {...props} />
    </Paper>
  );
}
