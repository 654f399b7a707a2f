export { useDownload } from './useDownload';
