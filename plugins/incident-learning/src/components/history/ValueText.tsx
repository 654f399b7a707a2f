import { makeStyles } from '@material-ui/core/styles';
import { formatDuration, formatTime } from '../format';

const useStyles = makeStyles(
  theme => ({
    none: { color: theme.palette.text.secondary, fontStyle: 'italic' },
    text: { whiteSpace: 'pre-wrap' },
    list: { margin: 0, paddingLeft: 18 },
  }),
  { name: 'IncidentLearningValueText' },
);

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

interface Naming {
  /** What the fields of a value are called; as they are unless said. */
  nameOf?: (path: string) => string;
}

/** Any value of a record in words. */
export function ValueText(props: Naming & { value: unknown; path?: string }) {
  const classes = useStyles();
  const { value, path = '', nameOf } = props;
  if (value === undefined || value === null || value === '') {
    return <span className={classes.none}>nothing</span>;
  }
  if (typeof value === 'boolean') {
    return <>{value ? 'yes' : 'no'}</>;
  }
  if (typeof value === 'number') {
    return <>{path.endsWith('Ms') ? formatDuration(value) : value}</>;
  }
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isShort)) {
      return <>{value.join(', ')}</>;
    }
    return value.length === 0 ? (
      <span className={classes.none}>nothing</span>
    ) : (
      <ul className={classes.list}>
        {value.map((item, index) => (
          <li key={index}>
            <ValueText value={item} nameOf={nameOf} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object') {
    return (
      <ObjectText object={value as Record<string, unknown>} nameOf={nameOf} />
    );
  }
  const text = String(value);
  return (
    <span className={classes.text}>
      {ISO_TIME.test(text) ? formatTime(text) : text}
    </span>
  );
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 60;
}

function ObjectText(props: Naming & { object: Record<string, unknown> }) {
  const classes = useStyles();
  const { object, nameOf = name => name } = props;
  const { at, precision } = object;
  if (typeof at === 'string' && typeof precision === 'string') {
    const known = ['exact', 'day', 'month', 'year'] as const;
    return (
      <>{formatTime(at, known.find(name => name === precision) ?? 'exact')}</>
    );
  }
  const entries = Object.entries(object);
  if (entries.length === 0) {
    return <span className={classes.none}>nothing</span>;
  }
  if (entries.every(([, value]) => typeof value !== 'object')) {
    return (
      <>
        {entries.map(([name, value], index) => (
          <span key={name}>
            {index > 0 && '; '}
            {nameOf(name).toLocaleLowerCase('en')}:{' '}
            <ValueText value={value} path={name} nameOf={nameOf} />
          </span>
        ))}
      </>
    );
  }
  return (
    <ul className={classes.list}>
      {entries.map(([name, value]) => (
        <li key={name}>
          {nameOf(name)}:{' '}
          <ValueText value={value} path={name} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  );
}
