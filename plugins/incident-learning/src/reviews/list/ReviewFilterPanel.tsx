import { useId } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { REVIEW_STATES } from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityPicker } from '../../components/entities';
import { FilterSelect, SearchField } from '../../components/filters';
import type { UrlPatch } from '../../url';
import { STATE_WORDS } from '../words';
import { AGES, FIRST_REVIEW_SORT, ReviewFilters } from './filters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
      alignItems: 'start',
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
    mine: { minHeight: 40 },
  }),
  { name: 'HindsightReviewFilterPanel' },
);

const LEADERS = ['user'] as const;
const OWNERS = ['user', 'group'] as const;

/** The controls that filter a list of reviews. */
export function ReviewFilterPanel(props: {
  filters: ReviewFilters;
  onChange: (patch: UrlPatch) => void;
}) {
  const classes = useStyles();
  const ageId = useId();
  const sortId = useId();
  const { filters, onChange } = props;
  return (
    <div role="search" aria-label="Filter reviews" className={classes.root}>
      <SearchField
        label="Search"
        placeholder="Title or text of a review"
        value={filters.text ?? ''}
        onChange={text => onChange({ text })}
      />
      <FilterSelect
        label="State"
        options={REVIEW_STATES}
        words={STATE_WORDS}
        value={filters.state}
        onChange={state => onChange({ state })}
      />
      <EntityPicker
        key={`facilitator ${filters.facilitator}`}
        label="Facilitator"
        kinds={LEADERS}
        value={filters.facilitator}
        onPick={facilitator => onChange({ facilitator })}
      />
      <EntityPicker
        key={`owner ${filters.owner}`}
        label="Owner or participant"
        kinds={OWNERS}
        value={filters.owner}
        onPick={owner => onChange({ owner })}
      />
      <TextField
        select
        id={ageId}
        label="Open for"
        variant="outlined"
        size="small"
        fullWidth
        value={String(filters.minAgeDays ?? '')}
        onChange={event =>
          onChange({ minAgeDays: event.target.value || undefined })
        }
        SelectProps={{ displayEmpty: true }}
        InputLabelProps={{ shrink: true }}
      >
        <MenuItem value="">Any time</MenuItem>
        {AGES.map(days => (
          <MenuItem key={days} value={String(days)}>
            {days} days or more
          </MenuItem>
        ))}
      </TextField>
      <Button
        className={classes.mine}
        variant="outlined"
        aria-pressed={filters.waitsForMe}
        color={filters.waitsForMe ? 'primary' : 'default'}
        onClick={() =>
          onChange({ waitsForMe: filters.waitsForMe ? undefined : 'true' })
        }
      >
        Waits for me
      </Button>
      <Button
        className={classes.mine}
        variant="outlined"
        aria-pressed={filters.priority}
        color={filters.priority ? 'primary' : 'default'}
        onClick={() =>
          onChange({ priority: filters.priority ? undefined : 'true' })
        }
      >
        With priority
      </Button>
      <TextField
        select
        id={sortId}
        label="Sort"
        variant="outlined"
        size="small"
        fullWidth
        value={filters.sort}
        onChange={({ target }) =>
          onChange({
            sort: target.value === FIRST_REVIEW_SORT ? undefined : target.value,
          })
        }
        InputLabelProps={{ shrink: true }}
      >
        <MenuItem value="-createdAt">Latest first</MenuItem>
        <MenuItem value="-riskScore">Highest risk first</MenuItem>
      </TextField>
    </div>
  );
}
