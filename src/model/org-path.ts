import { escapeCharacters, percentDecode } from '../base/percent-encoding';

/**
 * A place in the organisation: branches, and under them managers. `exclude` means everybody but them. Either list may
 * be empty, not both.
 */
export type OrgPath = {
  readonly branches: readonly string[];
  readonly managers: readonly string[];
  readonly exclude: boolean;
};

const separators = ',/:~';
const levels = ['br', 'rm'] as const;

/**
 * The text of a path, as `Filters.org` and links hold it: `br:BR012/rm:RM0345`, several `br:BR012,BR013`, all but
 * `~br:BR012`. The separators and `%` inside an id are percent-encoded.
 *
 * @param escapeId how ids are escaped; links escape more than the separators
 */
export function formatOrgPath(
  path: OrgPath,
  escapeId: (id: string) => string = (id) => escapeCharacters(id, separators),
): string {
  const parts = [path.branches, path.managers].flatMap((ids, index) =>
    ids.length === 0 ? [] : [`${levels[index] ?? ''}:${ids.map(escapeId).join(',')}`],
  );
  return `${path.exclude ? '~' : ''}${parts.join('/')}`;
}

/** The path that a text names, or null when it is not one. */
export function parseOrgPath(text: string): OrgPath | null {
  const exclude = text.startsWith('~');
  const found: { br?: readonly string[]; rm?: readonly string[] } = {};
  for (const part of text.slice(exclude ? 1 : 0).split('/')) {
    const colon = part.indexOf(':');
    const level = levels.find((name) => name === part.slice(0, colon));
    const ids = part
      .slice(colon + 1)
      .split(',')
      .map(percentDecode);
    if (level === undefined || found[level] !== undefined || (level === 'br' && found.rm)) return null;
    if (ids.some((id) => id === null || id === '')) return null;
    found[level] = ids.filter((id) => id !== null);
  }
  return { branches: found.br ?? [], managers: found.rm ?? [], exclude };
}

/** The path of one branch, or of one manager in a branch. */
export function orgPathOf(branchId: string | null, managerId: string | null = null): OrgPath {
  return {
    branches: branchId === null ? [] : [branchId],
    managers: managerId === null ? [] : [managerId],
    exclude: false,
  };
}
