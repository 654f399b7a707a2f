import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { waitingReviewsHomeCard } from '../learning';

export const waitingReviewsWidget = HomePageWidgetBlueprint.make({
  name: 'waiting-reviews',
  params: waitingReviewsHomeCard,
});
