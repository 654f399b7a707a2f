import { ReactNode, useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useHref, useNavigate } from 'react-router-dom';

/**
 * Asks before unsaved changes are left behind: by a link or a button of the
 * portal in a dialog of ours, by closing the tab in one of the browser's. Back
 * cannot be held up in this router; the draft is there for that.
 *
 * @returns the dialog to render, and a way to leave that asks
 */
export function useLeaveGuard(options: {
  dirty: boolean;
  onDiscard: () => void;
}): { dialog: ReactNode; leaveTo: (path: string) => void } {
  const { dirty, onDiscard } = options;
  const navigate = useNavigate();
  const root = useHref('/');
  const [target, setTarget] = useState<string>();

  useEffect(() => {
    if (!dirty) {
      return undefined;
    }
    const holdLink = (event: MouseEvent) => {
      const path = pathOfClick(event, root);
      if (path) {
        event.preventDefault();
        event.stopPropagation();
        setTarget(path);
      }
    };
    const holdTab = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', holdLink, true);
    window.addEventListener('beforeunload', holdTab);
    return () => {
      document.removeEventListener('click', holdLink, true);
      window.removeEventListener('beforeunload', holdTab);
    };
  }, [dirty, root]);

  const leave = () => {
    setTarget(undefined);
    if (target) {
      navigate(target);
    }
  };
  return {
    leaveTo: path => (dirty ? setTarget(path) : navigate(path)),
    dialog: (
      <Dialog
        open={target !== undefined}
        onClose={() => setTarget(undefined)}
        aria-labelledby="leave-title"
        aria-describedby="leave-text"
      >
        <DialogTitle id="leave-title">Leave without saving?</DialogTitle>
        <DialogContent>
          <DialogContentText id="leave-text">
            What you typed is kept as a draft in this browser. You find it here
            when you come back.
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button
            onClick={() => {
              onDiscard();
              leave();
            }}
          >
            Discard draft
          </Button>
          <Button onClick={leave}>Leave, keep draft</Button>
          <Button
            color="primary"
            variant="contained"
            onClick={() => setTarget(undefined)}
          >
            Stay
          </Button>
        </DialogActions>
      </Dialog>
    ),
  };
}

/** Where a click on a link of the portal leads, unless it opens elsewhere or stays on the page. */
function pathOfClick(event: MouseEvent, root: string): string | undefined {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (
    !(link instanceof HTMLAnchorElement) ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey ||
    (link.target && link.target !== '_self') ||
    link.hasAttribute('download') ||
    link.origin !== window.location.origin ||
    link.pathname === window.location.pathname
  ) {
    return undefined;
  }
  // The router adds the path that the portal is served under.
  const base = root.replace(/\/$/, '');
  const path = link.pathname.startsWith(`${base}/`)
    ? link.pathname.slice(base.length)
    : link.pathname;
  return path + link.search + link.hash;
}
