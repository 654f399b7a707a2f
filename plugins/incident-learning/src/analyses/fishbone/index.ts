export { FishboneEditor } from './FishboneEditor';
