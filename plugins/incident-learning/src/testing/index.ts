export {
  FakeIncidentLearningApi,
  type FakeApiOptions,
} from './FakeIncidentLearningApi';
export {
  CHECKOUT,
  LEDGER,
  PAYMENTS,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  sampleIncidents,
} from './sampleIncidents';
