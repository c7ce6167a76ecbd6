import { capabilitiesOf } from '../model/capabilities';
import { links as allLinks, linkText } from '../model/links';
import type { MappingFile } from '../model/mapping';
import { fieldOf, tableNamed } from '../model/tables';
import { neededGroups } from './choose-table';
import { codeListsIn, type CodeList } from './code-lists';
import { draftColumn, isDated } from './draft-column';
import type { DateFormatQuestion, DraftFile, DraftLink, ImportDraft } from './import-draft';
import { mappedFile } from './mapping-of-draft';
import type { SampledColumn } from './match-values';
import { isSecret } from './secret-columns';
import { overlapOf } from './overlap';
import { proposeMapping, type FileProposal } from './propose-mapping';
import type { Inspection } from './table';

/**
 * What a set of inspected files means: table and field proposals, questions, links, and the mapping that results from
 * every proposal of 0.6 and more.
 *
 * @param given a mapping that settles the files it names
 */
export function draftFromInspections(
  inspections: readonly Inspection[],
  given: MappingFile | null = null,
  failures: ImportDraft['failures'] = [],
): ImportDraft {
  const proposals = proposeMapping(inspections, given);
  const lists = codeListsIn(proposals);
  const drafted = proposals.map((proposal) => draftFile(proposal, lists));
  const files = drafted.map((file) => ({ ...file, missing: missingRoles(file, drafted) }));
  const links = linksBetween(proposals);
  const questions = [...proposals.flatMap((one) => one.questions), ...files.flatMap(dateQuestions)];
  const fields = new Set([
    ...questions.map((question) => `${question.table}.${question.field}`),
    ...files.flatMap((file) =>
      file.columns.flatMap(({ field }) => (field === null ? [] : [`${file.table}.${field}`])),
    ),
  ]);
  return {
    files,
    failures,
    questions,
    links,
    unlocks: capabilitiesOf(fields),
    mapping: {
      version: 1,
      files: files.map((file, index) => mappedFile(file, proposals[index]?.entry)),
      links: links.map(({ from, to }) => ({ from, to })),
    },
  };
}

/** The name under which a file that fits no table is kept; a table of a workbook has no ending. */
function ownTableName({ fileName, table }: Inspection): string {
  const stem = table?.table ?? fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return stem.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'file';
}

function draftFile(proposal: FileProposal, lists: readonly CodeList[]): DraftFile {
  const { inspection, table, entry } = proposal;
  const isLeftOut = (column: SampledColumn) => isSecret(column.name);
  const columns = proposal.columns
    .filter((column) => !isLeftOut(column) && entry?.columns[column.name] !== null)
    .map((column) => draftColumn(column, proposal, lists));
  return {
    name: inspection.fileName,
    inspection,
    table: table?.name ?? entry?.table ?? ownTableName(inspection),
    isCanonical: table !== null,
    tableConfidence: proposal.tableConfidence,
    columns,
    refused: proposal.columns.filter(isLeftOut).map((column) => column.name),
    missing: [],
    ...signOf(columns, proposal),
    ...(entry?.repeated === undefined ? {} : { repeated: entry.repeated }),
  };
}

/** Amounts whose direction no other column says. */
function signOf(
  columns: DraftFile['columns'],
  { inspection, table, entry }: FileProposal,
): Pick<DraftFile, 'sign'> {
  const has = (name: string) => columns.some(({ field }) => field === name);
  const amount = columns.find(({ field }) => field === 'amount');
  const isSaid = has('dc_flag') || has('debit_amount') || has('credit_amount');
  if (table?.name !== 'transaction' || amount === undefined || isSaid) return {};
  const profile = inspection.profiles[inspection.header.indexOf(amount.column)];
  const isOpen = entry?.sign === undefined && profile?.hasNegative !== true;
  return { sign: { value: entry?.sign ?? 'as-written', isOpen } };
}

/**
 * Needed roles without a column. Facts of accounts need no customer of their own when some file tells whose account it
 * is.
 */
function missingRoles(file: DraftFile, all: readonly DraftFile[]): readonly (readonly string[])[] {
  const has = (one: DraftFile, field: string) => one.columns.some((column) => column.field === field);
  if (!file.isCanonical) return [];
  const table = allNeeded(file.table);
  const missing = table.filter((group) => !group.some((field) => has(file, field)));
  const needsCustomer =
    ['account', 'transaction', 'balance'].includes(file.table) && !has(file, 'customer_id');
  const knowsOwners = all.some((one) => one.isCanonical && has(one, 'customer_id') && has(one, 'account_id'));
  const isAsked = missing.some((group) => group.includes('customer_id'));
  return needsCustomer && !knowsOwners && !isAsked ? [...missing, ['customer_id']] : missing;
}

function allNeeded(name: string): readonly (readonly string[])[] {
  const table = tableNamed(name);
  return table ? neededGroups(table) : [];
}

function dateQuestions(file: DraftFile): readonly DateFormatQuestion[] {
  return file.columns.flatMap((column): DateFormatQuestion[] => {
    const field = column.field === null ? undefined : fieldOf(file.table, column.field);
    const index = file.inspection.header.indexOf(column.column);
    const formats = file.inspection.profiles[index]?.date.ambiguous ?? [];
    if (!field || !isDated(field) || column.dateFormat !== undefined || formats.length < 2) return [];
    return [
      {
        id: `${file.name}/${field.name}/format`,
        kind: 'date-format',
        file: file.name,
        table: file.table,
        field: field.name,
        column: column.column,
        formats,
        examples: column.examples,
      },
    ];
  });
}

function linksBetween(proposals: readonly FileProposal[]): readonly DraftLink[] {
  const find = (table: string, field: string) =>
    proposals.flatMap((file) => {
      const found =
        file.table?.name === table ? file.proposals.find((one) => one.field === field) : undefined;
      const column = found && file.columns[found.column];
      return column ? [{ file, column }] : [];
    });
  return allLinks.flatMap((link): DraftLink[] => {
    const from = find(link.from.table, link.from.field);
    const to = find(link.to.table, link.to.field);
    if (from.length === 0 || to.length === 0) return [];
    const isWhole = to.every(({ file }) => file.inspection.estimatedRows <= file.inspection.sample.length);
    const rates = from.flatMap((one) => to.map((other) => overlapOf(one.column, other.column)));
    return [{ ...linkText(link), matchRate: isWhole && to.length === 1 ? Math.min(...rates) : null }];
  });
}
