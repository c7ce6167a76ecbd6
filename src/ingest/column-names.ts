/**
 * One name a column from header rows below each other: the lowest that is filled, behind the one above it (which also
 * stands for the empty cells to its right) where the lowest alone comes more than once.
 * @example
 * mergeHeaders([['id', 'in', ''], ['', 'count', 'sum']]) // ['id', 'count', 'sum']
 */
export function mergeHeaders(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cellAt = (row: readonly string[] | undefined, column: number) => (row?.[column] ?? '').trim();
  const lowest = Array.from({ length: width }, (_, column) =>
    rows.findLastIndex((row) => cellAt(row, column) !== ''),
  );
  const names = lowest.map((row, column) => cellAt(rows[row], column));
  return names.map((name, column) => {
    const row = lowest[column] ?? 0;
    const isTaken = names.some((other, at) => at !== column && other === name && name !== '');
    const above = rows[row - 1];
    if (!isTaken || above === undefined) return rows.length === 1 ? (rows[0]?.[column] ?? '') : name;
    let at = column;
    while (at > 0 && cellAt(above, at) === '') at--;
    const group = cellAt(above, at);
    return group === '' ? name : `${group} ${name}`;
  });
}

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
