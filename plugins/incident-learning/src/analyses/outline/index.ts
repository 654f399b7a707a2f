export * from './forest';
export { HelpLine } from './HelpLine';
export { Outline } from './Outline';
export type {
  OutlineCommands,
  OutlineExtra,
  OutlineItem,
  OutlineWords,
} from './types';
