import type { AppKey } from './app.messages';

/** What a key press asks the shell to do. */
export type ShortcutAction =
  'help' | 'palette' | 'search' | 'filters' | 'reset' | 'language' | 'up' | 'undo' | 'redo' | `go:${string}`;

export type KeyPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

/** The second key after `g`, by feature. */
export const pageKeys: Readonly<Record<string, string>> = {
  overview: 'o',
  segmentation: 's',
  'customer-value': 'v',
  churn: 'c',
  'cross-sell': 'x',
  'customer-list': 'u',
  'credit-scorecard': 'r',
  'money-laundering': 'a',
  performance: 'p',
  campaigns: 'm',
  'sql-console': 'e',
  'data-quality': 'd',
};

const singles: Readonly<Record<string, ShortcutAction>> = {
  '?': 'help',
  '/': 'search',
  f: 'filters',
  r: 'reset',
  l: 'language',
};

/** The shortcuts that are no single letters: shown in the list, always on. */
export const combinations: readonly { readonly keys: readonly string[]; readonly text: AppKey }[] = [
  { keys: ['Ctrl', 'K'], text: 'keys.palette' },
  { keys: ['Ctrl', 'Z'], text: 'keys.undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], text: 'keys.redo' },
  { keys: ['Alt', '↑'], text: 'keys.up' },
];

export const singleKeys: readonly { readonly key: string; readonly text: AppKey }[] = [
  { key: '?', text: 'keys.help' },
  { key: 'f', text: 'keys.filter' },
  { key: '/', text: 'keys.search' },
  { key: 'r', text: 'keys.reset' },
  { key: 'l', text: 'keys.language' },
];

/** What a chart does with keys while it has the focus. */
export const chartKeys: readonly { readonly keys: readonly string[]; readonly text: AppKey }[] = [
  { keys: ['←', '→'], text: 'keys.marks' },
  { keys: ['Space'], text: 'keys.select' },
  { keys: ['Enter'], text: 'keys.drill' },
  { keys: ['T'], text: 'keys.table' },
  { keys: ['Shift', 'F10'], text: 'keys.menu' },
  { keys: ['Esc'], text: 'keys.clear' },
];

/**
 * The action of a key press.
 *
 * @param isAfterG whether `g` was pressed just before
 * @param isTyping whether the focus is where text is typed: only Ctrl+K works there
 * @param hasSingles whether single letters are shortcuts (a setting)
 */
export function shortcutOf(
  press: KeyPress,
  isAfterG: boolean,
  isTyping: boolean,
  hasSingles: boolean,
): ShortcutAction | 'g' | null {
  const { key, ctrl, shift, alt } = press;
  const letter = key.toLowerCase();
  if (ctrl && !alt && !shift && letter === 'k') return 'palette';
  if (isTyping) return null;
  if (ctrl && !alt && letter === 'z') return shift ? 'redo' : 'undo';
  if (alt && !ctrl && key === 'ArrowUp') return 'up';
  if (ctrl || alt || !hasSingles) return null;
  if (isAfterG) {
    const page = Object.entries(pageKeys).find(([, second]) => second === letter);
    return page ? `go:${page[0]}` : null;
  }
  if (letter === 'g' && !shift) return 'g';
  return Object.hasOwn(singles, key) ? (singles[key] ?? null) : null;
}
