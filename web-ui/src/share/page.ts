import type { ShareHosting } from '../api/hosting';

/** What is needed of the router: to hear where it goes. */
interface Going {
  readonly state: { readonly location: Place };
  subscribe(heard: (state: { location: Place }) => void): () => void;
}
interface Place {
  readonly pathname: string;
  readonly search: string;
}

/** The page of Share around the application. */
export const SHARE_PAGE = '/page/chancery';

/**
 * Share shows the application in a frame below its header, since the two bring styles that would undo each other.
 * The address of the whole page follows the frame, so that it can be bookmarked, sent and loaded again; somebody who
 * opens the frame alone, by "open in a new tab", is brought to the whole page.
 */
export function joinShare(share: ShareHosting, router: Going, frame: Window = window): void {
  const whole = frame.parent;
  if (whole === frame) {
    frame.location.replace(share.context + SHARE_PAGE + frame.location.hash);
    return;
  }
  const follow = (place: Place) =>
    whole.history.replaceState(whole.history.state, '', `#${place.pathname}${place.search}`);
  follow(router.state.location);
  router.subscribe((state) => follow(state.location));

  const title = frame.document.querySelector('title');
  if (title) {
    const rename = () => (whole.document.title = frame.document.title);
    new MutationObserver(rename).observe(title, { childList: true });
    rename();
  }
}

/** Ends the session with Share, and shows its sign-in. Share wants a form for that. */
export function leaveShare(share: ShareHosting): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `${share.context}/page/dologout`;
  form.target = '_top';
  document.body.append(form);
  form.submit();
}

/** Loads the whole page again: Share then asks for a sign-in, and comes back here. */
export function signInToShare(): void {
  (window.top ?? window).location.reload();
}
