export { ActionPage } from './ActionPage';
export { ActionsPage } from './ActionsPage';
export { MyActions } from './MyActions';
export { NewActionPage } from './NewActionPage';
