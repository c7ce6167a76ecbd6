import { readCodes } from '../model/codes';
import type { Field, Table } from '../model/field';
import { headerOf, matchName } from './match-name';
import { normaliseHeader } from './normalise-header';
import type { FileProposal } from './propose-mapping';

/** What the codes of one field mean, as a separate list of codes (码表) says. */
export type CodeList = { readonly field: string; readonly labels: Readonly<Record<string, string>> };

/** The lists of codes among the files; a list that the sample does not hold whole is left to SQL. */
export function codeListsIn(files: readonly FileProposal[]): readonly CodeList[] {
  return files.flatMap((file): readonly CodeList[] => {
    const { table, inspection } = file;
    if (table?.name !== 'code_list' || inspection.estimatedRows > inspection.sample.length) return [];
    const [field, code, label] = ['field', 'code', 'label'].map(
      (name) => file.proposals.find((one) => one.field === name)?.column,
    );
    if (field === undefined || code === undefined || label === undefined) return [];
    const lists = new Map<string, Record<string, string>>();
    for (const row of inspection.sample) {
      const name = row[field]?.trim() ?? '';
      const labels = lists.get(name) ?? {};
      labels[row[code]?.trim() ?? ''] = row[label]?.trim() ?? '';
      lists.set(name, labels);
    }
    return [...lists].map(([name, labels]) => ({ field: name, labels }));
  });
}

/** What a column's codes mean: in the canonical words where the names are known, else as the list names them. */
export function listedValues(
  column: string,
  field: Field,
  table: Table,
  lists: readonly CodeList[],
): Readonly<Record<string, string>> | undefined {
  const list = lists.find(
    (one) =>
      normaliseHeader(one.field).text === normaliseHeader(column).text ||
      (matchName(headerOf(one.field), field, table)?.confidence ?? 0) >= 0.9,
  );
  if (!list) return undefined;
  const known = field.codes === undefined ? null : readCodes(field.codes, Object.values(list.labels));
  return Object.fromEntries(
    Object.entries(list.labels).map(([code, label]) => [code, known?.get(label) ?? label]),
  );
}
