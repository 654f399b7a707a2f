import { ReactNode, createContext, useContext, useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { ParentSize } from '@visx/responsive';
import { VisuallyHidden } from '../VisuallyHidden';
import { ChartShell } from './ChartShell';
import { ChartTableView } from './ChartTableView';
import { TableToggle } from './TableToggle';
import { ChartFrameProps } from './types';

const useStyles = makeStyles(
  theme => ({
    empty: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      textAlign: 'center',
      padding: theme.spacing(2),
      boxSizing: 'border-box',
      border: `1px dashed ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'IncidentLearningChartFrame' },
);

const FrameIds = createContext({ titleId: '', summaryId: '' });

/** Ids of the title and the summary of the frame around. */
export function useFrameIds() {
  return useContext(FrameIds);
}

/**
 * The frame around every chart: title, definition and legend, the drawing in
 * the width there is, the same data as tables, a summary for those who do not
 * see it, and a sentence when there is no data.
 *
 * @public
 */
export function ChartFrame(props: ChartFrameProps) {
  const titleId = useId();
  const summaryId = useId();
  const [asTable, setAsTable] = useState(false);
  const empty = props.tables.every(table => table.rows.length === 0);
  return (
    <FrameIds.Provider value={{ titleId, summaryId }}>
      <ChartShell
        {...props}
        titleId={titleId}
        describedBy={summaryId}
        action={
          <TableToggle
            asTable={asTable}
            hidden={empty}
            onToggle={() => setAsTable(!asTable)}
          />
        }
      >
        <VisuallyHidden id={summaryId}>{props.summary}</VisuallyHidden>
        <Body {...props} empty={empty} asTable={asTable} />
      </ChartShell>
    </FrameIds.Provider>
  );
}

function Body(props: ChartFrameProps & { empty: boolean; asTable: boolean }) {
  const classes = useStyles();
  const { height } = props;
  if (props.empty) {
    return (
      <div className={classes.empty} style={{ height }}>
        {props.emptyText ?? 'There is no data in this period.'}
      </div>
    );
  }
  if (props.asTable) {
    return (
      <ChartTableView
        tables={props.tables}
        height={height}
        label={`${props.title}, as a table`}
      />
    );
  }
  return (
    <MeasuredWidth height={height}>
      {width => props.children({ width, height })}
    </MeasuredWidth>
  );
}

// Where nothing can be measured (tests, prerendering) a chart has this width.
const ASSUMED_WIDTH = 640;
const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];
const UNMEASURED = { width: 0, height: 0, top: 0, left: 0 };

/** Hands over the width there is, as soon as it is known. */
export function MeasuredWidth(props: {
  height: number;
  children: (width: number) => ReactNode;
}) {
  const { height, children } = props;
  if (typeof window.ResizeObserver !== 'function') {
    return <div style={{ height }}>{children(ASSUMED_WIDTH)}</div>;
  }
  return (
    <ParentSize
      debounceTime={30}
      initialSize={UNMEASURED}
      ignoreDimensions={ALL_BUT_WIDTH}
      style={{ height }}
    >
      {({ width }) => width > 0 && children(Math.floor(width))}
    </ParentSize>
  );
}
