export { AnalysesSection, type AnalysesSectionProps } from './AnalysesSection';
export { AnalysisDiagram, type AnalysisDiagramProps } from './diagram';
