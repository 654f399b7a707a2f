export {
  incidentLearningApiFactory,
  incidentLearningApiRef,
} from './incidentLearningApiRef';
export {
  problemTexts,
  refusalText,
  writeRefusalOf,
  type WriteRefusal,
} from './refusalOf';
export { useApiData, type ApiData } from './useApiData';
export * from './usePages';
