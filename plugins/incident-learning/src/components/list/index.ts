export { PAGE_SIZE, RecordList } from './RecordList';
export { useRecordTableStyles } from './useRecordTableStyles';
export { WaitingItem, WaitingItems, WaitingList } from './WaitingList';
