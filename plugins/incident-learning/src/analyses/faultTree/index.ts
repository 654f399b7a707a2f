export { FaultTreeEditor } from './FaultTreeEditor';
