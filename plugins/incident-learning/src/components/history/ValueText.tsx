import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
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

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const ENTITY_REF = /^[a-z]+:[\w.-]+\/[\w.-]+$/;

/** How the fields of a record and their values are told. */
export interface FieldWords {
  nameOf: (path: string) => string;
  /** The words of the values that a field can have, by the last part of its path. */
  values: Record<string, Record<string, string>>;
}

const AS_THEY_ARE: FieldWords = { nameOf: path => path, values: {} };

/** Any value of a record in words. */
export function ValueText(props: {
  value: unknown;
  path?: string;
  /** Names and values are told as they are unless said. */
  words?: FieldWords;
}) {
  const classes = useStyles();
  const { value, path = '', words } = props;
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
      return (
        <>
          {value.map((item, index) => (
            <span key={index}>
              {index > 0 && ', '}
              <ValueText value={item} path={path} words={words} />
            </span>
          ))}
        </>
      );
    }
    return value.length === 0 ? (
      <span className={classes.none}>nothing</span>
    ) : (
      <ul className={classes.list}>
        {value.map((item, index) => (
          <li key={index}>
            <ValueText value={item} words={words} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object') {
    return (
      <ObjectText object={value as Record<string, unknown>} words={words} />
    );
  }
  const text = String(value);
  if (ENTITY_REF.test(text)) {
    return <EntityRefLink entityRef={text} />;
  }
  return (
    <span className={classes.text}>
      {words?.values[lastPart(path)]?.[text] ?? timeOrText(text)}
    </span>
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function timeOrText(text: string): string {
  if (ISO_TIME.test(text)) {
    return formatTime(text);
  }
  return ISO_DAY.test(text) ? formatTime(text, 'day') : text;
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 60;
}

function ObjectText(props: {
  object: Record<string, unknown>;
  words?: FieldWords;
}) {
  const classes = useStyles();
  const { object, words = AS_THEY_ARE } = props;
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
            {words.nameOf(name).toLocaleLowerCase('en')}:{' '}
            <ValueText value={value} path={name} words={words} />
          </span>
        ))}
      </>
    );
  }
  return (
    <ul className={classes.list}>
      {entries.map(([name, value]) => (
        <li key={name}>
          {words.nameOf(name)}:{' '}
          <ValueText value={value} path={name} words={words} />
        </li>
      ))}
    </ul>
  );
}
