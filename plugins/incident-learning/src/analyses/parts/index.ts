export { EvidenceEditor } from './EvidenceEditor';
export { Field } from './Field';
export { Hints } from './Hints';
export { LeadField } from './LeadField';
export { Mark } from './Mark';
export { NodeMarks } from './NodeMarks';
