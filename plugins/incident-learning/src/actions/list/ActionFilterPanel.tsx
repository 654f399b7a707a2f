import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  ACTION_STATUSES,
  PRIORITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityPicker, PARTICIPANT_KINDS } from '../../components/entities';
import { FilterSelect, SearchField } from '../../components/filters';
import { Choice } from '../../reviews/form/Choice';
import { PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { ACTION_STATUS_WORDS } from '../words';
import { ActionFilters, GROUPING_WORDS, SORT_WORDS } from './filters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(190px, 100%), 1fr))',
      alignItems: 'start',
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
    flags: {
      gridColumn: '1 / -1',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'HindsightActionFilterPanel' },
);

const FLAGS = {
  mine: 'Mine and my teams’',
  overdue: 'Overdue',
  unowned: 'Without an owner',
  all: 'Settled ones too',
} as const;

/** The controls that filter, sort and group a list of actions. */
export function ActionFilterPanel(props: {
  filters: ActionFilters;
  categories?: string[];
  onChange: (patch: UrlPatch) => void;
}) {
  const classes = useStyles();
  const { filters, categories, onChange } = props;
  return (
    <div role="search" aria-label="Filter actions" className={classes.root}>
      <SearchField
        label="Search"
        placeholder="Title or description"
        value={filters.text ?? ''}
        onChange={text => onChange({ text })}
      />
      <FilterSelect
        label="Status"
        options={ACTION_STATUSES}
        words={ACTION_STATUS_WORDS}
        value={filters.status}
        onChange={status => onChange({ status })}
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
        options={categories ?? []}
        loading={!categories}
        value={filters.category}
        onChange={category => onChange({ category })}
      />
      <EntityPicker
        key={`owner ${filters.owner}`}
        label="Owner"
        kinds={PARTICIPANT_KINDS}
        value={filters.owner}
        onPick={owner => onChange({ owner })}
      />
      <Choice
        label="Sort"
        value={filters.sort}
        words={SORT_WORDS}
        onChange={sort => onChange({ sort })}
      />
      <Choice
        label="Group"
        value={filters.grouping}
        words={GROUPING_WORDS}
        onChange={group => onChange({ group })}
      />
      <div className={classes.flags}>
        {(Object.keys(FLAGS) as (keyof typeof FLAGS)[]).map(flag => (
          <Button
            key={flag}
            size="small"
            variant={filters[flag] ? 'contained' : 'outlined'}
            color={filters[flag] ? 'primary' : 'default'}
            aria-pressed={filters[flag]}
            onClick={() =>
              onChange({ [flag]: filters[flag] ? undefined : 'true' })
            }
          >
            {FLAGS[flag]}
          </Button>
        ))}
      </div>
    </div>
  );
}
