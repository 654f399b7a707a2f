export { RecordList } from './RecordList';
export { useRecordTableStyles } from './useRecordTableStyles';
export { useShown } from './useShown';
export { WaitingItem, WaitingItems, WaitingList } from './WaitingList';
export { StoryList } from './StoryList';
