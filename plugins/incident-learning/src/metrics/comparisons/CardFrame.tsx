import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { ErrorState, LoadingState } from '../../components';
import type { ApiData } from '../../api';
import { ChartCard } from '../ChartCard';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1.5),
    },
    texts: { flex: '1 1 320px', minWidth: 0 },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(16),
      lineHeight: 1.4,
      fontWeight: 700,
    },
    description: {
      maxWidth: '110ch',
      marginTop: 2,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningCardFrame' },
);

/** A card of data of its own: it loads, fails and is tried again by itself. */
export function CardFrame<T>(props: {
  title: string;
  description: ReactNode;
  /** What loads, such as "the patterns". */
  what: string;
  data: ApiData<T>;
  action?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  const { data, error, loading, retry } = props.data;
  return (
    <ChartCard busy={loading && data !== undefined}>
      <section aria-labelledby={titleId}>
        <div className={classes.head}>
          <div className={classes.texts}>
            <h3 id={titleId} className={classes.title}>
              {props.title}
            </h3>
            <div className={classes.description}>{props.description}</div>
          </div>
          {props.action}
        </div>
        {error && (
          <ErrorState what={props.what} error={error} onRetry={retry} />
        )}
        {!error && data === undefined && (
          <LoadingState
            what={props.what}
            variant="table"
            count={5}
            waiting={!loading}
          />
        )}
        {!error && data !== undefined && props.children(data)}
      </section>
    </ChartCard>
  );
}
