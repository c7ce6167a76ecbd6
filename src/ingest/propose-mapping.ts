import type { Table } from '../model/field';
import { mappedFileFor, type MappedFile, type MappingFile } from '../model/mapping';
import { tableNamed, tables } from '../model/tables';
import { assignColumns, type Proposal } from './assign-columns';
import { chooseTable, neededGroups } from './choose-table';
import type { RoleQuestion } from './import-draft';
import { matchFileName } from './match-name';
import { sampledColumns, type SampledColumn } from './match-values';
import { keyByOverlap, nameByShape, type PlacedColumn } from './overlap';
import { isSecret } from './secret-columns';
import type { Inspection } from './table';
import { shapesFor } from './value-shapes';

/** What is known about one file so far; `table` is null when it fits none. */
export type FileProposal = {
  readonly inspection: Inspection;
  readonly columns: readonly SampledColumn[];
  readonly entry: MappedFile | undefined;
  readonly table: Table | null;
  readonly tableConfidence: number;
  readonly proposals: readonly Proposal[];
  readonly questions: readonly RoleQuestion[];
};

const accepted = 0.6;

/**
 * Guesses each file's table and each column's field: names first, then what other files refer to, then the look of
 * the values; two columns that compete for a needed role become a question (data.md §3, ux.md §2.2 step 3).
 *
 * @param given a mapping that settles some or all of it; what it does not name is proposed
 */
export function proposeMapping(
  inspections: readonly Inspection[],
  given: MappingFile | null = null,
): readonly FileProposal[] {
  const named = inspections.map((inspection) => proposeByName(inspection, given));
  const placed = named.flatMap(placedColumns);
  return named.map((file) => proposeByShape(proposeByOverlap(file, placed)));
}

function proposeByName(inspection: Inspection, given: MappingFile | null): FileProposal {
  const columns = sampledColumns(inspection);
  const entry = given ? mappedFileFor(given, inspection.fileName, inspection.header) : undefined;
  const base = { inspection, columns, entry };
  if (entry && entry.table !== '') return { ...base, ...proposeSettled(base, entry) };
  const choice = chooseTable(
    inspection.fileName,
    columns.filter(({ name }) => !isSecret(name)),
  );
  if (!choice) return { ...base, table: null, tableConfidence: 0, proposals: [], questions: [] };
  const { table, confidence, assignment } = choice;
  const { proposals, questions } = askAboutRivals(base, table, assignment.taken, assignment.rivals);
  return { ...base, table, tableConfidence: confidence, proposals, questions };
}

/**
 * A mapping that names a file settles its columns: those it leaves out keep their own names, unless a needed role would
 * stay empty. One that names no column
 * at all only says which table the file is.
 */
function proposeSettled(
  file: Pick<FileProposal, 'inspection' | 'columns'>,
  entry: MappedFile,
): Pick<FileProposal, 'table' | 'tableConfidence' | 'proposals' | 'questions'> {
  const table = tableNamed(entry.table) ?? null;
  if (table === null) return { table, tableConfidence: 1, proposals: [], questions: [] };
  if (Object.keys(entry.columns).length === 0) {
    const { taken, rivals } = assignColumns(file.columns, table);
    return { table, tableConfidence: 1, ...askAboutRivals(file, table, taken, rivals) };
  }
  const all = Object.fromEntries(file.columns.map(({ name }) => [name, entry.columns[name] ?? null]));
  const settled = assignColumns(file.columns, table, all).taken;
  const empty = emptyRoles(table, settled);
  const { taken, rivals } = assignColumns(file.columns, table, entry.columns);
  const wanted = taken.filter((one) => empty.has(one.field));
  const { proposals, questions } = askAboutRivals(file, table, wanted, rivals);
  return { table, tableConfidence: 1, proposals: [...settled, ...proposals], questions };
}

/** Fields of needed roles that no column has yet. */
function emptyRoles(table: Table, proposals: readonly Proposal[]): ReadonlySet<string> {
  const isFilled = (field: string) => proposals.some((one) => one.field === field);
  return new Set(
    neededGroups(table)
      .filter((group) => !group.some(isFilled))
      .flat(),
  );
}

function placedColumns(file: FileProposal): readonly PlacedColumn[] {
  const { table } = file;
  if (table === null) return [];
  return file.proposals.flatMap((one) => {
    const column = file.columns[one.column];
    return column && one.confidence >= accepted ? [{ table: table.name, field: one.field, column }] : [];
  });
}

function proposeByOverlap(file: FileProposal, placed: readonly PlacedColumn[]): FileProposal {
  const isWhole = file.inspection.estimatedRows <= file.inspection.sample.length;
  if (file.table !== null || file.entry !== undefined || !isWhole) return file;
  for (const table of tables) {
    if (matchFileName(file.inspection.fileName, table) < accepted) continue;
    const key = keyByOverlap(table, file.columns, placed);
    if (key === null) continue;
    const taken = assignColumns(file.columns, table).taken.filter((one) => one.column !== key.column);
    const hasName = taken.some((one) => one.field === 'name');
    const name = hasName
      ? null
      : nameByShape(
          table,
          file.columns.filter((column) => column.index !== key.column),
        );
    const proposals = [
      key,
      ...taken,
      ...(name && !taken.some((one) => one.column === name.column) ? [name] : []),
    ];
    return { ...file, table, tableConfidence: key.confidence, proposals };
  }
  return file;
}

/** Files without telling headers: the three roles of a transaction by the look of the values. */
function proposeByShape(file: FileProposal): FileProposal {
  const transaction = tableNamed('transaction');
  if (transaction === undefined) return file;
  const isUnknown = file.table === null && file.entry === undefined;
  const isIncomplete =
    file.entry !== undefined &&
    file.table === transaction &&
    file.questions.length === 0 &&
    emptyRoles(transaction, file.proposals).size > 0;
  if (!isUnknown && !isIncomplete) return file;
  const named = isIncomplete
    ? file.proposals
    : assignColumns(file.columns, transaction).taken.filter((one) => one.confidence >= accepted);
  const isFilled = (field: string) => named.some((one) => one.field === field);
  const free = file.columns.filter(
    ({ index, name }) =>
      file.entry?.columns[name] === undefined && !named.some((one) => one.column === index),
  );
  const { proposals: shapes } = shapesFor(transaction, free, isFilled);
  const isFound = (field: string) => isFilled(field) || shapes.some((one) => one.field === field);
  if (!neededGroups(transaction).every((group) => group.some(isFound))) return file;
  const questions: RoleQuestion[] = [];
  const proposals: Proposal[] = [...named];
  for (const field of new Set(shapes.map((one) => one.field))) {
    const candidates = shapes.filter((one) => one.field === field);
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) proposals.push(only);
    else questions.push(question(file, transaction, field, candidates));
  }
  return { ...file, table: transaction, tableConfidence: isIncomplete ? 1 : 0.65, proposals, questions };
}

function askAboutRivals(
  file: Pick<FileProposal, 'inspection' | 'columns'>,
  table: Table,
  taken: readonly Proposal[],
  rivals: readonly Proposal[],
): { proposals: readonly Proposal[]; questions: readonly RoleQuestion[] } {
  const needed = new Set(neededGroups(table).flat());
  const questions: RoleQuestion[] = [];
  const proposals = taken.flatMap((one): Proposal[] => {
    const against = rivals.filter((rival) => rival.field === one.field);
    if (against.length === 0) return [one];
    if (needed.has(one.field)) {
      questions.push(question(file, table, one.field, [one, ...against]));
      return [];
    }
    const tie = { code: 'name.tie', values: { column: file.columns[against[0]?.column ?? 0]?.name ?? '' } };
    return [{ ...one, confidence: Math.min(one.confidence, 0.85), evidence: [...one.evidence, tie] }];
  });
  return { proposals, questions };
}

function question(
  file: Pick<FileProposal, 'inspection' | 'columns'>,
  table: Table,
  field: string,
  candidates: readonly Proposal[],
): RoleQuestion {
  return {
    id: `${file.inspection.fileName}/${field}`,
    kind: 'role',
    file: file.inspection.fileName,
    table: table.name,
    field,
    candidates: [...candidates]
      .sort((a, b) => a.column - b.column)
      .map((one) => {
        const column = file.columns[one.column];
        return {
          column: column?.name ?? '',
          confidence: one.confidence,
          evidence: one.evidence,
          examples: column?.profile.examples ?? [],
        };
      }),
  };
}
