import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { refusalText } from '../../api';
import { downloadText } from './downloadText';

/** A file to be saved. */
interface Download {
  /** What it is, such as `CSV file`. */
  what: string;
  name: string;
  /** Such as `text/csv`. */
  type: string;
  load: () => Promise<string>;
}

/** Saves what the API gives as a file; where it gives none, it says why. */
export function useDownload(): (download: Download) => Promise<void> {
  const alertApi = useApi(alertApiRef);
  return async ({ what, name, type, load }) => {
    try {
      const text = await load();
      // Reading the answer as text takes the mark away by which spreadsheets tell UTF-8.
      const file = type === 'text/csv' ? `\uFEFF${text}` : text;
      downloadText(file, { name, type });
    } catch (error) {
      alertApi.post({
        message: `The ${what} could not be made: ${refusalText(error)}`,
        severity: 'error',
      });
    }
  };
}
