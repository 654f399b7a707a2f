export * from './vocabulary';
export * from './schema';
export * from './transitions';
export * from './facilitators';
export * from './businessDays';
export * from './templates';
export * from './feedback';
export * from './report';
export * from './endpoints';
export * from './blameless';
export * from './reportMarkdown';
export {
  containMarkdown,
  escapeMarkdown,
  markdownLink,
} from './markdownSource';
export * from './reportHtml';
