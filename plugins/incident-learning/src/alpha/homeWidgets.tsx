import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  anniversariesHomeCard,
  myActionsHomeCard,
  waitingReviewsHomeCard,
} from '../learning';

export const waitingReviewsWidget = HomePageWidgetBlueprint.make({
  name: 'waiting-reviews',
  params: waitingReviewsHomeCard,
});

export const anniversariesWidget = HomePageWidgetBlueprint.make({
  name: 'anniversaries',
  params: anniversariesHomeCard,
});

export const myActionsWidget = HomePageWidgetBlueprint.make({
  name: 'my-actions',
  params: myActionsHomeCard,
});
