import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';

/** The person behind credentials. A service is nobody: it has no refs. */
export interface Identity {
  userRef?: string;
  /** The user and all that they own things through, such as their groups. */
  refs: string[];
}

export type IdentityOf = (
  credentials: BackstageCredentials,
) => Promise<Identity>;

/** Finds who asks, and through which groups. */
export function createIdentityOf(options: {
  auth: AuthService;
  userInfo: UserInfoService;
}): IdentityOf {
  const { auth, userInfo } = options;
  return async credentials => {
    if (!auth.isPrincipal(credentials, 'user')) {
      return { refs: [] };
    }
    const userRef = credentials.principal.userEntityRef;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return { userRef, refs: [...new Set([userRef, ...ownershipEntityRefs])] };
  };
}
