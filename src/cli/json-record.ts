/** Names for the members of a JSON object: one that came before gets a number. */
export function memberNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let n = 2; taken.has(name); n++) name = `${column}_${n}`;
    taken.add(name);
    return name;
  });
}

/** One row as a JSON object, members in the order of the columns, whatever their names. */
export function jsonRecord(
  names: readonly string[],
  values: readonly (string | number | null | undefined)[],
): string {
  const members = names.map(
    (name, index) => `${JSON.stringify(name)}:${JSON.stringify(values[index] ?? null)}`,
  );
  return `{${members.join(',')}}`;
}
