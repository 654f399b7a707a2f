export {
  FakeIncidentLearningApi,
  type FakeApiOptions,
} from './FakeIncidentLearningApi';
export { pickFound } from './pickFound';
export { SAMPLE_ENTITIES, renderView, type ViewOptions } from './renderView';
export {
  CHECKOUT,
  LEDGER,
  PAYMENTS,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  sampleIncidents,
} from './sampleIncidents';
export { FakeLearningApi } from './FakeLearningApi';
export { SAMPLE_USER } from './ReviewMemory';
