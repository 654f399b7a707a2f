import { useId } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { formatCount } from '../format';
import { PatchLink } from '../PatchLink';
import { DefinitionButton } from './DefinitionButton';
import { FigureCounts, FigureTileProps } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      height: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(1.5, 2),
      fontVariantNumeric: 'tabular-nums',
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      // The button's own padding hangs into the tile's, so that texts align.
      marginRight: -6,
    },
    name: {
      margin: 0,
      paddingTop: 3,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.4,
      fontWeight: 500,
    },
    body: {
      display: 'flex',
      alignItems: 'flex-end',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      minHeight: 40,
    },
    headline: { whiteSpace: 'nowrap', margin: 0 },
    value: {
      fontSize: theme.typography.pxToRem(28),
      lineHeight: '40px',
      fontWeight: 700,
      letterSpacing: '-0.01em',
    },
    none: {
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '40px',
      color: theme.palette.text.secondary,
    },
    label: {
      marginLeft: 6,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    sparkline: { flex: '0 1 120px', minWidth: 48, paddingBottom: 4 },
    line: {
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
    foot: {
      marginTop: 'auto',
      paddingTop: theme.spacing(1),
    },
    rule: {
      border: 0,
      borderTop: `1px solid ${theme.palette.divider}`,
      margin: theme.spacing(0, 0, 0.75),
    },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(1),
    },
    linked: {
      position: 'relative',
      '&:hover': { borderColor: theme.palette.text.secondary },
      '&:focus-within': { borderColor: theme.palette.text.primary },
      // What has a use of its own stays above the link.
      '& button': { position: 'relative', zIndex: 1 },
    },
    link: {
      color: 'inherit',
      textDecoration: 'none',
      '&:hover': { textDecoration: 'underline' },
      '&::after': { content: '""', position: 'absolute', inset: 0 },
      '&:focus-visible': { outline: 'none' },
      '&:focus-visible::after': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
        borderRadius: theme.shape.borderRadius,
      },
    },
  }),
  { name: 'IncidentLearningFigureTile' },
);

/**
 * One figure with all that it takes to trust it: definition, n, what is
 * missing, the target and the period before. Without a value it says "No data"
 * and why, never zero.
 *
 * @public
 */
export function FigureTile(props: FigureTileProps) {
  const classes = useStyles();
  const nameId = useId();
  const Heading = props.headingLevel ?? 'h3';
  return (
    <Paper
      variant="outlined"
      className={`${classes.root} ${
        props.to || props.patch ? classes.linked : ''
      }`}
      role="group"
      aria-labelledby={nameId}
    >
      <div className={classes.head}>
        <Heading id={nameId} className={classes.name}>
          <Name {...props} />
        </Heading>
        <DefinitionButton name={props.name}>
          {props.definition}
        </DefinitionButton>
      </div>
      <div className={classes.body}>
        <Headline {...props} />
        {props.value !== undefined && props.sparkline && (
          <div className={classes.sparkline}>{props.sparkline}</div>
        )}
      </div>
      {props.value === undefined && props.absentReason && (
        <div className={classes.line}>{props.absentReason}</div>
      )}
      {props.value !== undefined && props.secondary && (
        <div className={classes.line}>{props.secondary}</div>
      )}
      {props.value !== undefined && props.interval && (
        <div className={classes.line}>{props.interval}</div>
      )}
      <div className={classes.foot}>
        <hr className={classes.rule} />
        {props.counts && (
          <div className={classes.line}>
            {describeCounts(props.counts)}
            {props.approximate && ' · approximate, within 1 %'}
          </div>
        )}
        {props.previous && (
          <div className={classes.line}>{describePrevious(props.previous)}</div>
        )}
        {props.tags && <div className={classes.tags}>{props.tags}</div>}
      </div>
    </Paper>
  );
}

function Name({ name, to, patch }: FigureTileProps) {
  const classes = useStyles();
  if (patch) {
    return (
      <PatchLink patch={patch} className={classes.link}>
        {name}
      </PatchLink>
    );
  }
  return to ? (
    <Link to={to} className={classes.link}>
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}

function Headline(props: FigureTileProps) {
  const classes = useStyles();
  if (props.value === undefined) {
    return (
      <Typography className={classes.headline}>
        <span className={classes.none}>No data</span>
      </Typography>
    );
  }
  return (
    <Typography className={classes.headline}>
      <span className={classes.value}>
        {props.approximate && '≈ '}
        {props.value}
      </span>
      {props.unit && <span className={classes.label}>{props.unit}</span>}
      {props.valueLabel && (
        <span className={classes.label}>{props.valueLabel}</span>
      )}
    </Typography>
  );
}

/**
 * Writes what a figure was counted from: "n 915 · 5,081 without a time ·
 * 3 invalid". What is zero is left out, but for n.
 *
 * @public
 */
export function describeCounts(counts: FigureCounts): string {
  const parts = [`n ${formatCount(counts.n)}`];
  if (counts.missing) {
    const what = counts.missingWhat ?? 'a value';
    parts.push(`${formatCount(counts.missing)} without ${what}`);
  }
  if (counts.invalid) {
    parts.push(`${formatCount(counts.invalid)} invalid`);
  }
  if (counts.undated) {
    parts.push(`${formatCount(counts.undated)} undated`);
  }
  return parts.join(' · ');
}

function describePrevious(previous: { value?: string; n: number }): string {
  return previous.value === undefined
    ? 'Before: no data'
    : `Before: ${previous.value}, n ${formatCount(previous.n)}`;
}
