import { defineEndpoint } from '../http/endpoint';
import {
  bulletinQuerySchema,
  bulletinSchema,
  followingInputSchema,
  followingSchema,
} from './schema';

const tag = 'bulletins';

/** @public */
export const bulletinEndpoints = {
  get: defineEndpoint({
    id: 'getBulletin',
    method: 'get',
    path: '/bulletin',
    summary:
      'What a week taught: new lessons, published reviews, verified and overdue actions, new patterns',
    tag,
    query: bulletinQuerySchema,
    response: bulletinSchema,
    responseTypes: ['text/markdown'],
  }),
  following: defineEndpoint({
    id: 'getBulletinFollowing',
    method: 'get',
    path: '/bulletin/following',
    summary: 'Whose bulletin comes to the caller each week',
    tag,
    response: followingSchema,
  }),
  follow: defineEndpoint({
    id: 'setBulletinFollowing',
    method: 'put',
    path: '/bulletin/following',
    summary:
      'Follow these bulletins and no others; a notification comes each week that has something to tell',
    tag,
    body: followingInputSchema,
    response: followingSchema,
  }),
};
