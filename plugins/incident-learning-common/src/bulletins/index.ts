export * from './dueWeek';
export * from './endpoints';
export * from './links';
export {
  bulletinDays,
  daysLateText,
  patternText,
  renderBulletinMarkdown,
  type BulletinRenderOptions,
} from './markdown';
export * from './schema';
export * from './sections';
export * from './weeks';
