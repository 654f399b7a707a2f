import { makeStyles } from '@material-ui/core/styles';
import { TEXT_CONTRAST, toneColor } from '../palette';

const POINT = 11;

/** Styles of the phase time line: left to right, on a narrow screen top down. */
export const usePhaseStyles = makeStyles(
  theme => {
    const narrow = theme.breakpoints.down('sm');
    const rail = theme.palette.text.secondary;
    return {
      grid: {
        display: 'grid',
        gridTemplateColumns: 'var(--tracks) minmax(96px, max-content)',
        rowGap: theme.spacing(1.5),
        fontVariantNumeric: 'tabular-nums',
        [narrow]: {
          gridTemplateColumns:
            'minmax(112px, 1fr) repeat(2, minmax(88px, auto))',
          columnGap: theme.spacing(1),
          rowGap: 0,
        },
      },
      // The entries themselves are the cells of the grid.
      list: { display: 'contents', listStyle: 'none' },
      step: {
        display: 'block',
        gridRow: 1,
        gridColumn: 'var(--start)',
        minWidth: 0,
        [narrow]: {
          display: 'flex',
          gap: theme.spacing(1),
          gridColumn: 1,
          gridRow: 'var(--start)',
          minHeight: 60,
        },
      },
      rail: {
        position: 'relative',
        display: 'block',
        height: POINT,
        marginBottom: 6,
        [narrow]: { width: POINT, flex: 'none', height: 'auto', margin: 0 },
      },
      point: {
        display: 'block',
        width: POINT,
        height: POINT,
        boxSizing: 'border-box',
        borderRadius: '50%',
        backgroundColor: theme.palette.text.primary,
        [narrow]: { marginTop: 4 },
      },
      pointUnknown: {
        backgroundColor: 'transparent',
        border: `2px dashed ${rail}`,
      },
      line: {
        position: 'absolute',
        left: POINT + 3,
        right: 3,
        top: (POINT - 2) / 2,
        border: `0 solid ${rail}`,
        borderTopWidth: 2,
        [narrow]: {
          left: (POINT - 2) / 2,
          right: 'auto',
          top: POINT + 7,
          bottom: -1,
          borderTopWidth: 0,
          borderLeftWidth: 2,
        },
      },
      solid: {},
      dashed: { borderStyle: 'dashed', opacity: 0.7 },
      words: {
        paddingRight: theme.spacing(1),
        fontSize: theme.typography.pxToRem(13),
        lineHeight: 1.4,
        [narrow]: { paddingRight: 0, paddingBottom: theme.spacing(1) },
      },
      name: { fontWeight: 700 },
      detail: {
        fontSize: theme.typography.pxToRem(12),
        color: theme.palette.text.secondary,
      },
      whole: { whiteSpace: 'nowrap' },
      span: {
        gridRow: 'var(--lane)',
        gridColumn: 'var(--start) / var(--end)',
        minWidth: 0,
        [narrow]: {
          display: 'flex',
          gap: theme.spacing(1),
          gridColumn: 'var(--lane)',
          gridRow: 'var(--start) / var(--end)',
        },
      },
      bar: {
        display: 'block',
        height: 4,
        marginLeft: POINT / 2,
        marginRight: 3 - POINT / 2,
        marginBottom: 6,
        borderRadius: 2,
        backgroundColor: 'var(--color)',
        [narrow]: {
          flex: 'none',
          width: 4,
          height: 'auto',
          margin: `${4 + POINT / 2}px 0 ${3 - POINT}px`,
        },
      },
      barUnknown: {
        backgroundColor: 'transparent',
        borderTop: '2px dashed var(--color)',
        borderRadius: 0,
        [narrow]: { borderTop: 0, borderLeft: '2px dashed var(--color)' },
      },
      phaseName: {
        display: 'flex',
        gap: 5,
        '& svg': { flex: 'none', marginTop: 4 },
      },
      value: { fontWeight: 700, fontSize: theme.typography.pxToRem(14) },
      problem: {
        display: 'flex',
        gap: 4,
        fontSize: theme.typography.pxToRem(12),
        color: toneColor(theme, 'warning', TEXT_CONTRAST),
        '& svg': { fontSize: 14, marginTop: 1, flex: 'none' },
      },
      note: {
        marginTop: theme.spacing(1.5),
        fontSize: theme.typography.pxToRem(12),
        color: theme.palette.text.secondary,
      },
    };
  },
  { name: 'IncidentLearningPhaseTimeline' },
);
