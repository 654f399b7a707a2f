import {
  REVIEW_STATES,
  ReviewSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EntityFilter,
  FilterPanel,
  FilterSelect,
  FlagButton,
} from '../../components/filters';
import { Choice } from '../../components/inputs';
import type { UrlPatch } from '../../url';
import { STATE_WORDS } from '../words';
import { AGES, FIRST_REVIEW_SORT, ReviewFilters, ageWords } from './filters';

const LEADERS = ['user'] as const;

const SORT_WORDS: Record<ReviewSort, string> = {
  '-createdAt': 'Latest first',
  '-riskScore': 'Highest risk first',
};

const ANY_AGE = 'Any time';
const AGE_WORDS = Object.fromEntries(
  [ANY_AGE, ...AGES.map(ageWords)].map(words => [words, words]),
);

/** The controls that filter and sort a list of reviews. */
export function ReviewFilterPanel(props: {
  filters: ReviewFilters;
  /** How many filters are set. */
  set: number;
  onChange: (patch: UrlPatch) => void;
}) {
  const { filters, onChange } = props;
  return (
    <FilterPanel
      label="Filter reviews"
      search={{
        text: filters.text,
        placeholder: 'Title or text of a review',
        onChange: text => onChange({ text }),
      }}
      set={{ all: props.set }}
      flags={
        <>
          <FlagButton
            pressed={filters.waitsForMe}
            onChange={waitsForMe => onChange({ waitsForMe })}
          >
            Waits for me
          </FlagButton>
          <FlagButton
            pressed={filters.priority}
            onChange={priority => onChange({ priority })}
          >
            With priority
          </FlagButton>
        </>
      }
    >
      <FilterSelect
        label="State"
        options={REVIEW_STATES}
        words={STATE_WORDS}
        value={filters.state}
        onChange={state => onChange({ state })}
      />
      <EntityFilter
        label="Facilitator"
        kinds={LEADERS}
        value={filters.facilitator}
        onChange={facilitator => onChange({ facilitator })}
      />
      <EntityFilter
        label="Owner or participant"
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <Choice
        label="Open for"
        value={filters.minAgeDays ? ageWords(filters.minAgeDays) : ANY_AGE}
        words={AGE_WORDS}
        onChange={picked =>
          onChange({
            minAgeDays: AGES.find(
              days => ageWords(days) === picked,
            )?.toString(),
          })
        }
      />
      <Choice
        label="Sort"
        value={filters.sort}
        words={SORT_WORDS}
        onChange={sort =>
          onChange({ sort: sort === FIRST_REVIEW_SORT ? undefined : sort })
        }
      />
    </FilterPanel>
  );
}
