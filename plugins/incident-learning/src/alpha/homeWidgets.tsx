import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

export const waitingReviewsWidget = HomePageWidgetBlueprint.make({
  name: 'waiting-reviews',
  params: {
    title: 'Reviews that wait for me',
    description:
      'Post-incident reviews that you lead, or that ask for your feedback',
    components: async () => {
      const { WaitingReviews } = await import('../reviews');
      return { Content: WaitingReviews };
    },
  },
});
