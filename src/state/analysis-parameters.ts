/** Parameters of analyses in a link, by `task~name` (ux.md §1.5, `a`). */
export type LinkParameters = Readonly<Record<string, string>>;

/** What a link says for one analysis: names to values. */
export function parametersInLink(all: LinkParameters | undefined, task: string): LinkParameters {
  const own = Object.entries(all ?? {}).filter(([name]) => name.startsWith(`${task}~`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(task.length + 1), value]));
}

/** The link's parameters with one of an analysis changed; `undefined` puts it back to its default. */
export function withParameter(
  all: LinkParameters | undefined,
  task: string,
  name: string,
  value: string | undefined,
): LinkParameters {
  const others = Object.entries(all ?? {}).filter(([key]) => key !== `${task}~${name}`);
  return Object.fromEntries(value === undefined ? others : [...others, [`${task}~${name}`, value]]);
}
