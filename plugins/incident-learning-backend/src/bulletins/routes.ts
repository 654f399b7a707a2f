import {
  Bulletin,
  bulletinEndpoints as endpoints,
  bulletinScopeTitle,
  renderBulletinMarkdown,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EndpointRouter, sendReportFile } from '../http';
import type { BulletinService } from './BulletinService';

/** Mounts `/bulletin`. */
export function mountBulletins(
  router: EndpointRouter,
  { bulletins, baseUrl }: { bulletins: BulletinService; baseUrl: string },
): void {
  router.mount(
    endpoints.get,
    async ({ query, credentials, res }): Promise<Bulletin | void> => {
      const bulletin = await bulletins.getBulletin(query, { credentials });
      return query.format === 'markdown'
        ? sendReportFile(res, {
            name: nameOf(bulletin),
            type: 'text/markdown',
            text: renderBulletinMarkdown(bulletin, { baseUrl }),
          })
        : bulletin;
    },
  );
  router.mount(endpoints.following, ({ credentials }) =>
    bulletins.getFollowing({ credentials }),
  );
  router.mount(endpoints.follow, ({ body, credentials }) =>
    bulletins.follow(body, { credentials }),
  );
}

/** `bulletin-payments-2026-W47.md`. */
function nameOf({ scope, week }: Bulletin): string {
  const name = ['bulletin', bulletinScopeTitle(scope), week].join('-');
  return `${name.replace(/[^\w.-]+/g, '-')}.md`;
}
