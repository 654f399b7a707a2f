import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { BulletinFollowing } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ApiData,
  incidentLearningApiRef,
  refusalText,
  useApiData,
} from '../api';

/** What the reader follows, and a way to change it. */
export interface Following
  extends Pick<ApiData<BulletinFollowing>, 'error' | 'retry'> {
  /** Undefined until it is known. */
  following?: BulletinFollowing;
  /** Whether a change is under way. */
  saving: boolean;
  /** What has just happened, to be read out. */
  said: string;
  follow(scope: string): Promise<void>;
  unfollow(scope: string): Promise<void>;
}

export function useFollowing(): Following {
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const { data, error, retry } = useApiData('following', signal =>
    api.getBulletinFollowing({ signal }),
  );
  const [changed, setChanged] = useState<BulletinFollowing>();
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const following = changed ?? data;
  const change = async (scopes: string[], done: string) => {
    setSaving(true);
    setSaid('');
    try {
      setChanged(await api.setBulletinFollowing({ scopes }));
      setSaid(done);
    } catch (refused) {
      alertApi.post({
        message: `What you follow could not be changed: ${refusalText(
          refused,
        )}`,
        severity: 'error',
      });
    } finally {
      setSaving(false);
    }
  };
  const followed = following?.scopes ?? [];
  return {
    following,
    error,
    retry,
    saving,
    said,
    follow: scope =>
      change([...followed, scope], 'You follow this bulletin now'),
    unfollow: scope =>
      change(
        followed.filter(each => each !== scope),
        'You follow this bulletin no longer',
      ),
  };
}
