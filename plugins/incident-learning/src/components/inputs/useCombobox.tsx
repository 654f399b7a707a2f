import { useId, useState } from 'react';
import Popper, { PopperProps } from '@material-ui/core/Popper';
import type { AutocompleteRenderInputParams } from '@material-ui/lab/Autocomplete';

const NEVER_OVER = { preventOverflow: { enabled: false } };

/** Below the input, or above it where there is more room, but never over it; and within the same landmark of the page. */
function ListPopper(props: PopperProps) {
  const { anchorEl } = props;
  return (
    <Popper
      {...props}
      placement="bottom-start"
      modifiers={NEVER_OVER}
      container={
        anchorEl instanceof HTMLElement ? anchorEl.parentElement : null
      }
    />
  );
}

/**
 * Gives the kit's autocomplete the roles of today's ARIA: the input is the
 * combobox, not a box around it, and controls its list while there is one.
 *
 * @param options - `id` of the input, made up where there is none
 */
export function useCombobox(options: { id?: string } = {}) {
  const ownId = useId();
  const id = options.id ?? ownId;
  const [open, setOpen] = useState(false);
  return {
    open,
    /** For the autocomplete. */
    rootProps: {
      id,
      open,
      onOpen: () => setOpen(true),
      onClose: () => setOpen(false),
      PopperComponent: ListPopper,
      role: undefined,
      'aria-expanded': undefined,
      'aria-owns': undefined,
    },
    /** For the text field in it; `choices` are those that the list holds. */
    inputPropsOf: (
      params: AutocompleteRenderInputParams,
      choices: readonly unknown[],
    ) => {
      const listed = open && choices.length > 0;
      return {
        ...params.inputProps,
        role: 'combobox',
        'aria-haspopup': 'listbox' as const,
        'aria-expanded': listed,
        'aria-controls': listed ? `${id}-popup` : undefined,
      };
    },
  };
}
