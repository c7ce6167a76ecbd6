/** The part of the browser's history that the view store uses; tests put their own in its place. */
export type BrowserHistory = {
  /** The fragment with its `#`, or empty. */
  readonly hash: () => string;
  readonly push: (hash: string) => void;
  readonly replace: (hash: string) => void;
  /** Calls back after Back, Forward, a followed link and an edited address; returns what ends it. */
  readonly listen: (onchange: () => void) => () => void;
};

export function browserHistory(target: Window): BrowserHistory {
  return {
    hash: () => target.location.hash,
    push: (hash) => {
      target.history.pushState(null, '', hash);
    },
    replace: (hash) => {
      target.history.replaceState(null, '', hash);
    },
    listen: (onchange) => {
      target.addEventListener('popstate', onchange);
      target.addEventListener('hashchange', onchange);
      return () => {
        target.removeEventListener('popstate', onchange);
        target.removeEventListener('hashchange', onchange);
      };
    },
  };
}
