import { ReactNode } from 'react';
import type { ApiData } from '../../api';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';
import { LoadingStateProps } from './types';

/** Shows what was asked for once it is there: until then that it loads, or why it failed and a way to try again. */
export function Loaded<T>(
  props: LoadingStateProps & {
    answer: { data?: T } & Pick<ApiData<unknown>, 'error' | 'retry'>;
    children: (data: T) => ReactNode;
  },
) {
  const { answer, children, ...loading } = props;
  const { data, error, retry } = answer;
  if (error) {
    return <ErrorState what={loading.what} error={error} onRetry={retry} />;
  }
  return data === undefined ? (
    <LoadingState {...loading} />
  ) : (
    <>{children(data)}</>
  );
}
