import type { CardConfig, ComponentParts } from '@backstage/plugin-home-react';

/** One card for the home page of a portal. */
export interface HomeCard {
  /** By which portals place it on their home page. */
  name: string;
  title: string;
  description: string;
  layout: NonNullable<CardConfig['layout']>;
  components: () => Promise<ComponentParts>;
}

export const waitingReviewsHomeCard: HomeCard = {
  name: 'IncidentLearningWaitingReviews',
  title: 'Reviews that wait for me',
  description:
    'Post-incident reviews that you lead, or that ask for your feedback',
  layout: {
    width: { minColumns: 4, defaultColumns: 6 },
    height: { minRows: 4, defaultRows: 6 },
  },
  components: async () => {
    const { WaitingReviews } = await import('../reviews');
    return { Content: WaitingReviews };
  },
};

export const anniversariesHomeCard: HomeCard = {
  name: 'IncidentLearningAnniversaries',
  title: 'Lessons of a year ago',
  description:
    'Lessons of grave incidents that happened in these days a year ago',
  layout: waitingReviewsHomeCard.layout,
  components: async () => {
    const { Anniversaries } = await import('../lessons/travel/Anniversaries');
    return { Content: Anniversaries };
  },
};

export const myActionsHomeCard: HomeCard = {
  name: 'IncidentLearningMyActions',
  title: 'My actions',
  description:
    'Improvement actions that you or your groups have committed to, due first',
  layout: waitingReviewsHomeCard.layout,
  components: async () => {
    const { MyActions } = await import('../actions');
    return { Content: MyActions };
  },
};
