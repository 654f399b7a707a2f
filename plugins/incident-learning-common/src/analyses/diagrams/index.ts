export type {
  DiagramPoint,
  DiagramNode,
  DiagramEdge,
  DiagramLayout,
} from './geometry';
export type { SvgElement } from './element';
export { DIAGRAM_THEMES, type DiagramTheme } from './palette';
export * from './symbols';
export * from './fiveWhysLayout';
export * from './fishboneLayout';
export { FISHBONE_METRICS } from './fishboneRows';
export * from './faultTreeLayout';
export * from './timelineLayout';
export type { TimelineScale } from './timelineScale';
export { formatProbability } from './format';
export * from './describeAnalysis';
export * from './renderAnalysisSvg';
