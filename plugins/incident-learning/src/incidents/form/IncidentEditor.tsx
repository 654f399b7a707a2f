import { useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import type {
  Incident,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { refusalText } from '../../api';
import { formatTime } from '../../components';
import { TEXT_CONTRAST, toneColor } from '../../components/palette';
import { ConflictView } from './ConflictView';
import { FormProvider } from './FormContext';
import { LivePanel } from './LivePanel';
import { ProblemSummary } from './ProblemSummary';
import {
  BasicsSection,
  ClassificationSection,
  EntitiesSection,
  MoreSection,
  PeopleSection,
  TimelineSection,
  TimesSection,
} from './sections';
import { isSame } from './patch';
import { useSaving } from './useSaving';
import { Draft, DraftStore, useDraftSaving } from './useDraft';
import { useFocusedField } from './useFocusedField';
import { useIncidentForm } from './useIncidentForm';
import { useLeaveGuard } from './useLeaveGuard';
import { IncidentValues, inputOf, valuesOf } from './values';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(260px, 320px)',
      },
    },
    main: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      // The theme's own is too pale to read.
      '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
        color: toneColor(theme, 'error', TEXT_CONTRAST),
      },
    },
    aside: {
      minWidth: 0,
      position: 'sticky',
      top: 16,
    },
    bar: {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.default,
      // There the portal has a bar of its own at the bottom.
      [theme.breakpoints.down('xs')]: { position: 'static' },
    },
    state: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningIncidentEditor' },
);

/** Props of `IncidentEditor`. */
export interface IncidentEditorProps {
  /** The incident to change; absent for a new one. */
  incident?: Incident;
  /** What a new incident starts with. */
  prefilled?: Partial<IncidentContent>;
  restored?: Draft;
  store: DraftStore;
  saveLabel: string;
  /** Saves; `base` is the version the content was made from. */
  onSave: (content: IncidentContent, base?: Incident) => Promise<Incident>;
  onSaved: (incident: Incident) => void;
  /** Where to go without saving. */
  cancelPath: string;
}

/** The form that declares or changes an incident, keeps a draft, and settles with others who changed it. */
export function IncidentEditor(props: IncidentEditorProps) {
  const classes = useStyles();
  const { incident, restored, store } = props;
  const pristine = useMemo(
    () => valuesOf(incident ?? props.prefilled ?? {}),
    [incident, props.prefilled],
  );
  const [base, setBase] = useState(restored?.base ?? incident);
  const [wasRestored, setWasRestored] = useState(restored !== undefined);
  const form = useIncidentForm(restored?.values ?? pristine, base?.sourceData);
  const dirty = useDirty(form.values, base ? valuesOf(base) : pristine);
  const discard = useDraftSaving({
    store,
    dirty,
    draft: { values: form.values, base },
  });
  const guard = useLeaveGuard({ dirty, onDiscard: discard });
  const saving = useSaving({ ...props, form, base, discard });
  useFocusedField();
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('md'));

  if (saving.conflict && base) {
    return (
      <ConflictView
        base={base}
        {...saving.conflict}
        onBack={saving.forgetConflict}
        onResolve={content => {
          const { theirs } = saving.conflict!;
          setBase(theirs);
          form.reset(valuesOf(content));
          saving.write(content, theirs);
        }}
      />
    );
  }
  const live = (
    <LivePanel
      incident={form.checked.partial}
      createdAt={incident?.createdAt}
    />
  );
  return (
    <FormProvider value={form}>
      <form noValidate className={classes.root}>
        <div className={classes.main}>
          {wasRestored && restored && (
            <Alert
              severity="info"
              action={
                <Button
                  color="inherit"
                  size="small"
                  onClick={() => {
                    setBase(incident);
                    form.reset(pristine);
                    setWasRestored(false);
                  }}
                >
                  Discard
                </Button>
              }
            >
              What you typed before {formatTime(restored.savedAt)} and did not
              save is back.
            </Alert>
          )}
          <ProblemSummary
            problems={saving.refused ? form.problems : {}}
            focusRef={saving.summaryRef}
          />
          {saving.error && (
            <Alert severity="error">
              Not saved: {refusalText(saving.error)} What you typed is kept; try
              again.
            </Alert>
          )}
          <BasicsSection />
          <TimesSection />
          {!wide && live}
          <EntitiesSection />
          <ClassificationSection />
          <TimelineSection />
          <PeopleSection />
          <MoreSection />
          <div className={classes.bar}>
            <Button
              // No submit button: Enter in a field of a long form half filled is not to save it.
              onClick={saving.save}
              variant="contained"
              color="primary"
              disabled={saving.busy}
            >
              {saving.busy ? 'Saving…' : props.saveLabel}
            </Button>
            <Button onClick={() => guard.leaveTo(props.cancelPath)}>
              Cancel
            </Button>
            <span className={classes.state}>
              {dirty && 'A draft is kept in this browser.'}
            </span>
          </div>
        </div>
        {wide && <div className={classes.aside}>{live}</div>}
      </form>
      {guard.dialog}
    </FormProvider>
  );
}

function useDirty(values: IncidentValues, pristine: IncidentValues): boolean {
  const before = useMemo(() => inputOf(pristine), [pristine]);
  return useMemo(() => !isSame(inputOf(values), before), [values, before]);
}
