export { FiveWhysEditor } from './FiveWhysEditor';
