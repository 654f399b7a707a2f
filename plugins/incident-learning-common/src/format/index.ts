export { formatDuration } from './duration';
export { formatShare } from './share';
