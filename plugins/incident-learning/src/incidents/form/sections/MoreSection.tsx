import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import CloseIcon from '@material-ui/icons/Close';
import { Disclosure, Section } from '../../../components/layout';
import { TextInput } from '../fields';
import { useForm } from '../FormContext';
import { useRows } from '../useRows';
import { LinkValue, RISK_NAMES, newKey } from '../values';
import { useSectionStyles } from './layout';

const useStyles = makeStyles(
  theme => ({
    link: {
      display: 'grid',
      gridTemplateColumns: 'minmax(180px, 2fr) minmax(120px, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& > :nth-child(2)': { gridRow: 2 },
      },
    },
    inside: { paddingTop: theme.spacing(1) },
  }),
  { name: 'IncidentLearningMoreSection' },
);

/** Links, and what few incidents need. */
export function MoreSection() {
  const { problemsWithin } = useForm();
  const wrong = (...paths: string[]) =>
    paths.some(path => problemsWithin(path).length > 0);
  return (
    <Section title="Links and more">
      <Links />
      <Disclosure
        summary="Risk and containment"
        open={wrong('riskFactors', 'confidence') || undefined}
      >
        <Risk />
      </Disclosure>
      <Disclosure
        summary="Where it was recorded first"
        open={wrong('source') || undefined}
      >
        <Source />
      </Disclosure>
    </Section>
  );
}

function Links() {
  const classes = { ...useSectionStyles(), ...useStyles() };
  const { values, set } = useForm();
  const rows = useRows<LinkValue>({
    name: 'links',
    rows: values.links,
    onChange: links => set({ links }),
    make: () => ({ key: newKey(), url: '', title: '' }),
  });
  return (
    <div className={classes.stack} ref={rows.ref} style={{ marginBottom: 8 }}>
      {values.links.length > 0 && (
        <ul className={classes.list}>
          {values.links.map((link, index) => (
            <li key={link.key} className={classes.link}>
              <TextInput
                path={`links.${index}.url`}
                label="Web address"
                inputMode="url"
                placeholder="https://…"
                value={link.url}
                onChange={url => rows.change(link.key, { url })}
              />
              <TextInput
                path={`links.${index}.title`}
                label="Shown as"
                value={link.title}
                onChange={title => rows.change(link.key, { title })}
              />
              <IconButton
                size="small"
                aria-label={`Remove link ${index + 1}`}
                onClick={() => rows.remove(link.key)}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          variant="outlined"
          size="small"
          startIcon={<AddIcon />}
          onClick={rows.add}
        >
          Add a link
        </Button>
      </div>
    </div>
  );
}

function Risk() {
  const classes = { ...useSectionStyles(), ...useStyles() };
  const { values, set } = useForm();
  const { riskFactors } = values;
  return (
    <div className={`${classes.stack} ${classes.inside}`}>
      <p className={classes.hint}>
        Factors and confidence go from 0 to 1. What is left out is derived by
        rules where these can, from severity, catalog, open actions and repeats;
        what is written here goes before them.
      </p>
      <div className={classes.columns}>
        {RISK_NAMES.map(name => (
          <TextInput
            key={name}
            path={`riskFactors.${name}`}
            inputMode="decimal"
            value={riskFactors[name]}
            onChange={value =>
              set({ riskFactors: { ...riskFactors, [name]: value } })
            }
          />
        ))}
        <TextInput
          path="confidence"
          inputMode="decimal"
          value={values.confidence}
          onChange={confidence => set({ confidence })}
        />
      </div>
      <TextInput
        path="blastRadius"
        rows={1}
        value={values.blastRadius}
        onChange={blastRadius => set({ blastRadius })}
      />
      <div className={classes.columns}>
        <TextInput
          path="containmentOption"
          value={values.containmentOption}
          onChange={containmentOption => set({ containmentOption })}
        />
        <TextInput
          path="approvalOutcome"
          value={values.approvalOutcome}
          onChange={approvalOutcome => set({ approvalOutcome })}
        />
      </div>
    </div>
  );
}

function Source() {
  const classes = { ...useSectionStyles(), ...useStyles() };
  const { values, set } = useForm();
  const { source } = values;
  return (
    <div className={`${classes.stack} ${classes.inside}`}>
      <p className={classes.hint}>
        System and id are the key by which an import finds this incident again.
      </p>
      <div className={classes.columns}>
        {(['system', 'id', 'url'] as const).map(name => (
          <TextInput
            key={name}
            path={`source.${name}`}
            value={source[name]}
            onChange={value => set({ source: { ...source, [name]: value } })}
          />
        ))}
      </div>
    </div>
  );
}
