export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { Loaded } from './Loaded';
export { LoadingState } from './LoadingState';
export { NotInCatalog } from './NotInCatalog';
export { RecordOfPath } from './RecordOfPath';
export type {
  EmptyStateProps,
  ErrorStateProps,
  LoadingStateProps,
} from './types';
