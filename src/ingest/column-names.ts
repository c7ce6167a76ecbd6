/**
 * Names of a file's columns: the header cells without blanks around them, `column3` where the third is empty or there is
 * no header, and `amount_2` for the second `amount`, so that a name means one column.
 */
export function columnNames(header: readonly string[] | null, columnCount: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: columnCount }, (_, index) => {
    const written = (header?.[index] ?? '').trim();
    const base = written === '' ? `column${String(index + 1)}` : written;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}_${String(n)}`;
    taken.add(name);
    return name;
  });
}
