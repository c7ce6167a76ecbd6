import type { CellIssue } from './table';

const EXAMPLES = 100;
const decoder = new TextDecoder();

/** Counts the cells that became null because they could not be read, and keeps the first of each kind. */
export class CellIssues {
  readonly #issues = new Map<string, { column: string; rule: string; count: number; examples: Example[] }>();

  add(column: string, rule: string, line: number, cell: Uint8Array): void {
    const key = `${rule}\n${column}`;
    let issue = this.#issues.get(key);
    if (issue === undefined) {
      issue = { column, rule, count: 0, examples: [] };
      this.#issues.set(key, issue);
    }
    issue.count++;
    if (issue.examples.length < EXAMPLES) issue.examples.push({ line, text: decoder.decode(cell) });
  }

  list(): readonly CellIssue[] {
    return [...this.#issues.values()];
  }
}

type Example = CellIssue['examples'][number];
