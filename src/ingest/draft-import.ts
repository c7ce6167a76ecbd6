import { capabilitiesOf } from '../model/capabilities';
import { readCodes } from '../model/codes';
import type { Field } from '../model/field';
import { links as allLinks, linkText } from '../model/links';
import { minorUnitsPer, type MappedFile, type MappingFile, type MoneyUnit } from '../model/mapping';
import { fieldOf, tableNamed } from '../model/tables';
import { neededGroups } from './choose-table';
import {
  bandOf,
  type DateFormatQuestion,
  type DraftColumn,
  type DraftFile,
  type DraftLink,
  type ImportDraft,
} from './import-draft';
import type { SampledColumn } from './match-values';
import { normaliseHeader } from './normalise-header';
import { overlapOf } from './overlap';
import { proposeMapping, type FileProposal } from './propose-mapping';
import type { DateFormat, Inspection } from './table';

const accepted = 0.6;

/** Class C3 of JR/T 0171-2020: never imported. */
const secret =
  /^(pass(word|wd).*|pwd|pin|pincode|cvv2?|cvc2?|otp|otpcode|fingerprint.*|.*密码|口令|.*验证码|.*指纹.*|人脸.*)$/u;

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
  const drafted = proposals.map(draftFile);
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

/** The name under which a file that fits no table is kept. */
function ownTableName(fileName: string): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return stem.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'file';
}

function draftFile(proposal: FileProposal): DraftFile {
  const { inspection, table, entry } = proposal;
  const isLeftOut = (column: SampledColumn) => secret.test(normaliseHeader(column.name).text);
  const columns = proposal.columns
    .filter((column) => !isLeftOut(column) && entry?.columns[column.name] !== null)
    .map((column) => draftColumn(column, proposal));
  return {
    name: inspection.fileName,
    inspection,
    table: table?.name ?? entry?.table ?? ownTableName(inspection.fileName),
    isCanonical: table !== null,
    tableConfidence: proposal.tableConfidence,
    columns,
    refused: proposal.columns.filter(isLeftOut).map((column) => column.name),
    missing: [],
  };
}

function draftColumn(column: SampledColumn, { table, proposals, entry }: FileProposal): DraftColumn {
  const found = proposals.find((one) => one.column === column.index && one.confidence >= accepted);
  const field = table && found ? fieldOf(table.name, found.field) : undefined;
  const base = { column: column.name, examples: column.profile.examples };
  if (!found || !field) return { ...base, field: null, confidence: 0, evidence: [], band: 'empty' };
  const format = isDated(field) ? formatOf(column, entry) : null;
  return {
    ...base,
    field: field.name,
    confidence: found.confidence,
    evidence: found.evidence,
    band: bandOf(found.confidence),
    ...(field.codes === undefined ? {} : valuesOf(column, field, entry)),
    ...(format === null ? {} : { dateFormat: format }),
    ...(field.type === 'money' ? { unit: unitOf(column, entry) } : {}),
  };
}

const isDated = (field: Field): boolean => field.type === 'day' || field.type === 'month';

function formatOf(column: SampledColumn, entry: MappedFile | undefined): DateFormat | null {
  const dates = entry?.dates;
  const settled = typeof dates === 'string' ? dates : dates?.[column.name];
  return (settled as DateFormat | undefined) ?? column.profile.date.format;
}

function unitOf(column: SampledColumn, entry: MappedFile | undefined): MoneyUnit {
  const unit = entry?.unit;
  const settled = typeof unit === 'string' ? unit : unit?.[column.name];
  return settled ?? normaliseHeader(column.name).unit ?? 'yuan';
}

/** Minor units per unit of a money column. */
export function scaleOf(unit: MoneyUnit | undefined): number {
  return minorUnitsPer[unit ?? 'yuan'];
}

function valuesOf(
  column: SampledColumn,
  field: Field,
  entry: MappedFile | undefined,
): Pick<DraftColumn, 'values' | 'unmappedValues'> {
  const settled = entry?.values?.[field.name] ?? {};
  if (field.codes === undefined || column.distinct.length > 200) return { values: settled };
  const read = readCodes(field.codes, column.distinct);
  const values = Object.fromEntries(
    column.distinct.flatMap((text): [string, string][] => {
      const code = settled[text] ?? read.get(text);
      return code === undefined ? [] : [[text, code]];
    }),
  );
  return {
    values: { ...settled, ...values },
    unmappedValues: column.distinct.filter((text) => values[text] === undefined),
  };
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

function mappedFile(file: DraftFile, entry: MappedFile | undefined): MappedFile {
  if (entry) return entry;
  const { dialect, header } = file.inspection;
  const taken = file.columns.flatMap((column) =>
    column.field === null ? [] : [{ ...column, field: column.field }],
  );
  const values = taken.flatMap((column): [string, Readonly<Record<string, string>>][] =>
    column.values && Object.keys(column.values).length > 0 ? [[column.field, column.values]] : [],
  );
  const units = taken.flatMap((column): [string, MoneyUnit][] =>
    column.unit ? [[column.column, column.unit]] : [],
  );
  const dates = taken.flatMap((column): [string, string][] =>
    column.dateFormat ? [[column.column, column.dateFormat]] : [],
  );
  const unit = oneForAll(units);
  const format = oneForAll(dates);
  return {
    match: { name: file.name.replace(/\d{4,}/g, '*'), ...(dialect.hasHeader ? { headers: header } : {}) },
    table: file.table,
    dialect: {
      format: dialect.format,
      encoding: dialect.encoding,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      skippedLines: dialect.skippedLines,
      hasHeader: dialect.hasHeader,
    },
    columns: Object.fromEntries([
      ...taken.map((column) => [column.column, column.field] as const),
      ...file.refused.map((column) => [column, null] as const),
    ]),
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(format === undefined ? {} : { dates: format }),
  };
}

/** One value when all columns share it, else the values by column; nothing without columns. */
function oneForAll<T extends string>(
  entries: readonly (readonly [string, T])[],
): T | Record<string, T> | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  return entries.every(([, value]) => value === first[1]) ? first[1] : Object.fromEntries(entries);
}
