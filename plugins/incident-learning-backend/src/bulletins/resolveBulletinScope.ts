import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ResolvedScope, ScopeResolver } from '../catalog';

/**
 * Resolves the scope of a bulletin: as elsewhere, and `mine` to the reader, all groups of theirs, their child groups and
 * what these own.
 *
 * @param readerRefs - the reader and all that they own things through
 * @throws ServiceUnavailableError when the catalog cannot be asked
 */
export async function resolveBulletinScope(
  scopes: ScopeResolver,
  options: {
    scope: string;
    readerRefs: string[];
    credentials: BackstageCredentials;
  },
): Promise<{ scope: ResolvedScope; groups?: string[] }> {
  const { scope, readerRefs, credentials } = options;
  if (scope !== 'mine') {
    return { scope: await scopes.resolve(scope, credentials) };
  }
  const groups = readerRefs.filter(ref => ref.startsWith('group:'));
  const entityRefs = new Set(readerRefs);
  for (const group of groups) {
    const resolved = await scopes.resolve(group, credentials);
    if (resolved.kind === 'entities') {
      resolved.entityRefs.forEach(ref => entityRefs.add(ref));
    }
  }
  return { scope: { kind: 'entities', entityRefs: [...entityRefs] }, groups };
}
