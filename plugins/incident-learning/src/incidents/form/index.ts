export { IncidentEditor } from './IncidentEditor';
export { useStoredDraft } from './useDraft';
export { contentOf, patchBetween } from './patch';
