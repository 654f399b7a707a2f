export {
  incidentLearningApiFactory,
  incidentLearningApiRef,
} from './incidentLearningApiRef';
export { refusalText, writeRefusalOf, type WriteRefusal } from './refusalOf';
export { useApiData, type ApiData } from './useApiData';
export * from './usePages';
