import LinkOffIcon from '@material-ui/icons/LinkOff';
import { Tag } from '../Tag';

/**
 * Marks an entity ref that the catalog does not know (yet).
 *
 * @public
 */
export function NotInCatalog() {
  return (
    <Tag
      tone="warning"
      icon={<LinkOffIcon />}
      title="The catalog has no such entity. The incident appears on its page as soon as it is registered."
    >
      Not in catalog
    </Tag>
  );
}
