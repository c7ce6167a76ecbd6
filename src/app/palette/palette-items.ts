/** One thing that the palette can do. */
export type PaletteItem = {
  readonly id: string;
  readonly text: string;
  /** At the right: a count, a shortcut. */
  readonly hint: string;
  /** Further words by which it is found. */
  readonly words: string;
  readonly run: () => void;
};

export type PaletteSection = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
};

/** Pinyin initials of built-in terms, by which they are found without Chinese input. */
const initials: Readonly<Record<string, string>> = {
  总览: 'zl',
  探索: 'ts',
  客户: 'kh',
  设置: 'sz',
  导入文件: 'drwj',
  复制链接: 'fzlj',
  快捷键: 'kjj',
  重置筛选: 'czsx',
  管理资产: 'glzc',
  流入: 'lr',
  流出: 'lc',
  净流入: 'jlr',
  交易笔数: 'jybs',
  客户数: 'khs',
  活跃客户: 'hykh',
  浅色外观: 'qswg',
  深色外观: 'sswg',
  显示个人信息: 'xsgrxx',
  隐藏个人信息: 'ycgrxx',
};

const initialsOf = (text: string): string =>
  Object.entries(initials)
    .filter(([term]) => text.includes(term))
    .map(([, letters]) => letters)
    .join(' ');

/**
 * Where the letters of a query stand in a text, in order and in as few pieces as a simple search finds; null when they
 * do not.
 */
export function matchLetters(text: string, query: string): readonly number[] | null {
  const [haystack, needle] = [text.toLowerCase(), query.trim().toLowerCase()];
  if (needle === '') return [];
  const whole = haystack.indexOf(needle);
  if (whole >= 0) return Array.from(needle, (_, index) => whole + index);
  const found: number[] = [];
  let from = 0;
  for (const letter of needle.replace(/\s+/g, '')) {
    const at = haystack.indexOf(letter, from);
    if (at < 0) return null;
    found.push(at);
    from = at + 1;
  }
  return found;
}

const most = 8;

/** How well an item fits: 0 = not at all, 3 = its text begins so. */
function fit({ text, words }: PaletteItem, query: string): number {
  const needle = query.trim().toLowerCase();
  if (needle === '') return 1;
  const full = text.toLowerCase();
  if (full.startsWith(needle)) return 3;
  if (full.includes(needle) || `${words} ${initialsOf(text)}`.toLowerCase().includes(needle)) return 2;
  return needle.length > 1 && matchLetters(text, needle) !== null ? 1 : 0;
}

/** The items of a section that fit a query, the best first, at most eight. */
export function fitting(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  return items
    .map((item) => ({ item, points: fit(item, query) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ item }) => item);
}
