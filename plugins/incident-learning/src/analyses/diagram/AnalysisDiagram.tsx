import { useDeferredValue, useId, useMemo, useState } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  Analysis,
  IncidentTimes,
  SvgElement,
  describeAnalysis,
  drawAnalysis,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { withoutBlanks } from '../editing/savable';
import { AnalysisListing } from './AnalysisListing';
import { DiagramBar } from './DiagramBar';
import { SvgPicture } from './SvgPicture';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, minWidth: 0 },
    scroll: {
      overflow: 'auto',
      maxHeight: 'min(70vh, 640px)',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
      '& svg': { display: 'block', margin: '0 auto' },
    },
  }),
  { name: 'HindsightAnalysisDiagram' },
);

/** A fitted picture is no smaller than this; it scrolls from there on. */
const SMALLEST_FIT = 0.7;
/** The keyboard scrolls what it can focus. */
const REACHABLE = { tabIndex: 0 };

const ZOOMS = [0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.5, 2];

/** Props of `AnalysisDiagram`. */
export interface AnalysisDiagramProps {
  analysis: Analysis;
  /** The picture's name; its kind and subject unless said. */
  title?: string;
  /** Of a timeline: the incident's own times, from which its phases follow. */
  times?: IncidentTimes;
}

/**
 * An analysis as a picture in the theme's colours, and the same as a list.
 *
 * @public
 */
export function AnalysisDiagram(props: AnalysisDiagramProps) {
  const classes = useStyles();
  const id = useId();
  const type = useTheme().palette.type;
  const settled = useDeferredValue(props.analysis);
  const analysis = useMemo(() => withoutBlanks(settled), [settled]);
  const { times, title } = props;
  const [asList, setAsList] = useState(false);
  const [zoom, setZoom] = useState<number>();

  const picture = useMemo(
    () => drawAnalysis(analysis, { theme: type, idPrefix: id, title, times }),
    [analysis, type, id, title, times],
  );
  const described = useMemo(
    () => describeAnalysis(analysis, times),
    [analysis, times],
  );
  const name = title ?? described.title;
  const width = Number(picture.attributes.width);
  const height = Number(picture.attributes.height);
  const step = (by: 1 | -1) => {
    const now = zoom ?? 1;
    const next =
      by > 0
        ? ZOOMS.find(level => level > now + 0.01)
        : [...ZOOMS].reverse().find(level => level < now - 0.01);
    setZoom(next ?? now);
  };

  return (
    <figure className={classes.root} aria-label={name}>
      <DiagramBar
        asList={asList}
        zoom={zoom}
        onList={() => setAsList(!asList)}
        onZoom={step}
        onFit={() => setZoom(zoom === undefined ? 1 : undefined)}
      />
      {asList ? (
        <AnalysisListing analysis={analysis} label={name} />
      ) : (
        <div
          className={classes.scroll}
          role="region"
          aria-label={`${name}, as a picture`}
          style={{ backgroundColor: sheetOf(picture) }}
          {...REACHABLE}
        >
          <SvgPicture
            picture={picture}
            root={{
              style:
                zoom === undefined
                  ? {
                      width: '100%',
                      maxWidth: width,
                      minWidth: width * SMALLEST_FIT,
                      height: 'auto',
                    }
                  : { width: width * zoom, height: height * zoom },
            }}
          />
        </div>
      )}
    </figure>
  );
}

/** The colour that a picture is drawn on, for the room beside it. */
function sheetOf({ children }: SvgElement): string | undefined {
  for (const child of children) {
    if (typeof child !== 'string' && child.tag === 'rect') {
      return String(child.attributes.fill);
    }
  }
  return undefined;
}
