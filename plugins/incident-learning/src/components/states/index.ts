export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { LoadingState } from './LoadingState';
export { NotInCatalog } from './NotInCatalog';
export type {
  EmptyStateProps,
  ErrorStateProps,
  LoadingStateProps,
} from './types';
