export { AnalysisDiagram, type AnalysisDiagramProps } from './AnalysisDiagram';
