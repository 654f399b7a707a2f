export {
  incidentLearningApiFactory,
  incidentLearningApiRef,
} from './incidentLearningApiRef';
export { useApiData, type ApiData } from './useApiData';
