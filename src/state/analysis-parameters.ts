/** Parameters of analyses in a link, by `task~name` (ux.md §1.5, `a`). */
export type LinkParameters = Readonly<Record<string, string>>;

/** What a link says for one analysis: names to values. */
export function parametersInLink(all: LinkParameters | undefined, task: string): LinkParameters {
  const own = Object.entries(all ?? {}).filter(([name]) => name.startsWith(`${task}~`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(task.length + 1), value]));
}

/**
 * The link's parameters with some of an analysis changed. An empty value, or one that is the default, leaves the link.
 *
 * @param defaults by name, for those that a control shows as a value of their own
 */
export function withParameters(
  all: LinkParameters | undefined,
  task: string,
  changes: LinkParameters,
  defaults: LinkParameters = {},
): LinkParameters {
  const key = (name: string) => `${task}~${name}`;
  const names = new Set(Object.keys(changes).map(key));
  const kept = Object.entries(all ?? {}).filter(([name]) => !names.has(name));
  const set = Object.entries(changes).filter(([name, value]) => value !== '' && value !== defaults[name]);
  return Object.fromEntries([...kept, ...set.map(([name, value]) => [key(name), value] as const)]);
}

/** The same with all of an analysis back at their defaults. */
export function withoutParameters(all: LinkParameters | undefined, task: string): LinkParameters {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => !name.startsWith(`${task}~`)));
}
