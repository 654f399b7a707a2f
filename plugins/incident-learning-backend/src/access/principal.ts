import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * Who is behind credentials, as kept with what they wrote: a user's entity ref, or the subject of a service such as
 * `plugin:scaffolder`.
 */
export function createNameOf(
  auth: AuthService,
): (credentials: BackstageCredentials) => string {
  return credentials => {
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'unknown';
  };
}
