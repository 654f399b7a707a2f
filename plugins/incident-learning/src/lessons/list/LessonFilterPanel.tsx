import { ReactNode } from 'react';
import { Theme, makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useApi } from '@backstage/core-plugin-api';
import {
  CAUSE_TYPES,
  PRIORITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { EntityPicker, PARTICIPANT_KINDS } from '../../components/entities';
import { FilterSelect, SearchField } from '../../components/filters';
import { Disclosure } from '../../components/layout';
import { Choice } from '../../reviews/form/Choice';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { LESSON_SORT_WORDS, LESSON_STATE_WORDS } from '../words';
import type { LessonFilters } from './filters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(190px, 100%), 1fr))',
      alignItems: 'start',
    },
    panel: {
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
    search: { maxWidth: 640, marginBottom: theme.spacing(1.5) },
  }),
  { name: 'HindsightLessonFilterPanel' },
);

const STATE_CHOICES = { any: 'Published and drafts', ...LESSON_STATE_WORDS };
const BY_RECENCY: Partial<typeof LESSON_SORT_WORDS> = {
  recency: LESSON_SORT_WORDS.recency,
};

interface LessonFilterPanelProps {
  filters: LessonFilters;
  /** How many filters there are now. */
  active: number;
  onChange: (patch: UrlPatch) => void;
  /** The control of the period. */
  children: ReactNode;
}

/** The controls that search, filter and sort lessons; on a narrow screen those that filter wait to be asked for. */
export function LessonFilterPanel(props: LessonFilterPanelProps) {
  const classes = useStyles();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const { filters, active, onChange } = props;
  return (
    <div role="search" aria-label="Filter lessons" className={classes.panel}>
      <div className={classes.search}>
        <SearchField
          label="Search"
          placeholder="Words of a lesson, or a “quoted phrase”"
          value={filters.q ?? ''}
          onChange={q => onChange({ q })}
        />
      </div>
      {narrow ? (
        <Disclosure summary={active > 0 ? `Filters (${active})` : 'Filters'}>
          <Controls {...props} />
        </Disclosure>
      ) : (
        <Controls {...props} />
      )}
    </div>
  );
}

function Controls(props: LessonFilterPanelProps) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const facets = useApiData('facets', () => api.getLessonFacets());
  const { filters, onChange } = props;
  return (
    <div className={classes.root}>
      <FilterSelect
        label="Type"
        options={CAUSE_TYPES}
        words={CAUSE_TYPE_WORDS}
        value={filters.type}
        onChange={type => onChange({ type })}
      />
      <FilterSelect
        label="Priority"
        options={PRIORITIES}
        words={PRIORITY_WORDS}
        value={filters.priority}
        onChange={priority => onChange({ priority })}
      />
      <FilterSelect
        label="Category"
        options={facets.data?.category ?? []}
        loading={facets.loading}
        value={filters.category}
        onChange={category => onChange({ category })}
      />
      <FilterSelect
        label="Tag"
        options={facets.data?.tag ?? []}
        loading={facets.loading}
        value={filters.tag}
        onChange={tag => onChange({ tag })}
      />
      <EntityPicker
        key={`owner ${filters.owner}`}
        label="Owner"
        kinds={PARTICIPANT_KINDS}
        value={filters.owner}
        onPick={owner => onChange({ owner })}
      />
      <Choice
        label="State"
        value={filters.state ?? 'any'}
        words={STATE_CHOICES}
        onChange={state =>
          onChange({ state: state === 'any' ? undefined : state })
        }
      />
      <Choice
        label="Sort"
        value={filters.sort}
        words={filters.q ? LESSON_SORT_WORDS : BY_RECENCY}
        onChange={sort => onChange({ sort })}
      />
      {props.children}
    </div>
  );
}
