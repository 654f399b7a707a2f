import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { myActionsHomeCard, waitingReviewsHomeCard } from '../learning';

export const waitingReviewsWidget = HomePageWidgetBlueprint.make({
  name: 'waiting-reviews',
  params: waitingReviewsHomeCard,
});

export const myActionsWidget = HomePageWidgetBlueprint.make({
  name: 'my-actions',
  params: myActionsHomeCard,
});
