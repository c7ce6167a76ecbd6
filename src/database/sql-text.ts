/** An identifier of SQL, quoted: the only place where names become part of a statement. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** A text literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** Hands out names once: SQLite does not tell upper from lower case, and keeps `sqlite_…` for itself. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.#taken.add(fold(name));
  }

  has(name: string): boolean {
    return this.#taken.has(fold(name));
  }

  /** The name, or the name with the first free number: `amount_2`. */
  take(wanted: string): string {
    const base = /^sqlite_/i.test(wanted) ? `file_${wanted}` : wanted.replaceAll('\0', '') || 'unnamed';
    let name = base;
    for (let n = 2; this.#taken.has(fold(name)); n++) name = `${base}_${n}`;
    this.#taken.add(fold(name));
    return name;
  }
}

const fold = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
