import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  TREND_TABLES,
  TrendReport,
  TrendTable,
  trendTables,
  trendTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../api';
import { downloadText } from '../reviews/report/downloadText';
import type { TrendSelection } from './useTrendReport';

const FILES = {
  markdown: { label: 'Markdown', extension: 'md', type: 'text/markdown' },
  html: { label: 'HTML', extension: 'html', type: 'text/html' },
  csv: { label: 'CSV', extension: 'csv', type: 'text/csv' },
} as const;

/** Saves a report as a file: whole, or a table of it for a spreadsheet. */
export function DownloadButton(props: {
  report: TrendReport;
  selection: TrendSelection;
}) {
  const { report, selection } = props;
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const download = useDownload(report, selection);
  const tables = trendTables(report);
  const pick = (format: keyof typeof FILES, table?: TrendTable) => () => {
    setOpen(false);
    download(format, table);
  };
  return (
    <>
      <Button
        ref={anchor}
        variant="outlined"
        color="primary"
        aria-haspopup="menu"
        aria-expanded={open}
        endIcon={<ArrowDropDownIcon />}
        onClick={() => setOpen(true)}
      >
        Download
      </Button>
      <Menu
        anchorEl={anchor.current}
        open={open}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': 'Download as' }}
      >
        <MenuItem onClick={pick('html')}>Whole report as HTML</MenuItem>
        <MenuItem onClick={pick('markdown')}>Whole report as Markdown</MenuItem>
        {TREND_TABLES.map(table => (
          <MenuItem
            key={table}
            disabled={tables[table].rows.length === 0}
            onClick={pick('csv', table)}
          >
            {tables[table].title} as CSV
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function useDownload(report: TrendReport, selection: TrendSelection) {
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  return async (format: keyof typeof FILES, table?: TrendTable) => {
    const { label, extension, type } = FILES[format];
    try {
      const query = { ...selection, format, ...(table && { table }) };
      const text = await api.exportTrendReport(query);
      const name = [
        'trends',
        trendTitle(report).replace(/[^\w.]+/g, '-'),
        report.from.slice(0, 10),
        ...(table ? [table] : []),
      ].join('-');
      // Reading the answer as text takes the mark away by which spreadsheets tell UTF-8.
      const file = format === 'csv' ? `\uFEFF${text}` : text;
      downloadText(file, { type, name: `${name}.${extension}` });
    } catch (error) {
      alertApi.post({
        message: `The ${label} could not be made: ${
          writeRefusalOf(error).message
        }`,
        severity: 'error',
      });
    }
  };
}
