export { Printable } from './Printable';
export { usePrinted } from './usePrinted';
