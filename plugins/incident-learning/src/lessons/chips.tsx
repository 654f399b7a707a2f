import BusinessIcon from '@material-ui/icons/BusinessOutlined';
import DraftIcon from '@material-ui/icons/CreateOutlined';
import GroupIcon from '@material-ui/icons/GroupOutlined';
import MemoryIcon from '@material-ui/icons/Memory';
import TagIcon from '@material-ui/icons/LocalOfferOutlined';
import TimelineIcon from '@material-ui/icons/Timeline';
import type {
  CauseType,
  Lesson,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { PriorityChip } from '../actions/chips';
import { MarkedText } from '../components/MarkedText';
import { Tag } from '../components/Tag';
import { CAUSE_TYPE_WORDS } from '../reviews/words';

const TYPE_ICONS: Record<CauseType, typeof MemoryIcon> = {
  technical: MemoryIcon,
  process: TimelineIcon,
  human: GroupIcon,
  organizational: BusinessIcon,
};

/** What a lesson shows of itself in a list. */
export type ListedLesson = Pick<
  Lesson,
  | 'id'
  | 'statement'
  | 'detail'
  | 'category'
  | 'type'
  | 'priority'
  | 'tags'
  | 'owner'
  | 'createdAt'
  | 'publishedAt'
>;

/** What kind of lesson it is, how urgent, and whether it counts yet. */
export function LessonChips({ lesson }: { lesson: ListedLesson }) {
  const { type, priority, publishedAt } = lesson;
  const Icon = TYPE_ICONS[type];
  return (
    <>
      {!publishedAt && (
        <Tag tone="neutral" icon={<DraftIcon />}>
          Draft
        </Tag>
      )}
      <PriorityChip priority={priority} />
      <Tag tone="neutral" icon={<Icon />}>
        {CAUSE_TYPE_WORDS[type]}
      </Tag>
    </>
  );
}

export function LessonTags(props: { tags: string[]; search?: string }) {
  return (
    <>
      {props.tags.map(tag => (
        <Tag key={tag} tone="info" icon={<TagIcon />}>
          <MarkedText text={tag} search={props.search} />
        </Tag>
      ))}
    </>
  );
}
