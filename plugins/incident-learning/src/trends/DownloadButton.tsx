import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { useApi } from '@backstage/core-plugin-api';
import {
  TREND_TABLES,
  TrendReport,
  TrendTable,
  trendTables,
  trendTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../api';
import { useDownload } from '../components/download';
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
  const download = useReportDownload(report, selection);
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

function useReportDownload(report: TrendReport, selection: TrendSelection) {
  const api = useApi(incidentLearningApiRef);
  const download = useDownload();
  return (format: keyof typeof FILES, table?: TrendTable) => {
    const { label, extension, type } = FILES[format];
    const name = [
      'trends',
      trendTitle(report).replace(/[^\w.]+/g, '-'),
      report.from.slice(0, 10),
      ...(table ? [table] : []),
    ].join('-');
    return download({
      what: label,
      type,
      name: `${name}.${extension}`,
      load: () =>
        api.exportTrendReport({
          ...selection,
          format,
          ...(table && { table }),
        }),
    });
  };
}
