export { TimelineEditor } from './TimelineEditor';
