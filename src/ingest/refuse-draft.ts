import { AppError } from '../base/errors';
import type { ReadFile } from './assemble-tables';
import type { DateFormatQuestion, DraftFile, ImportDraft, RoleQuestion } from './import-draft';
import { sampledColumns } from './match-values';
import { holdsNumbers } from './plan-columns';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/**
 * Refuses a draft in which a needed role is empty: nothing is guessed, and without the role nothing can be linked. Files
 * that fit no table at all pass when they hold numbers: they are tables of their own.
 *
 * @throws ingest.ambiguous-role with the candidates, ingest.ambiguous-date with the formats, ingest.missing-role with
 * the role; details: file, table, role
 *
 * @param ownersAreKnown the project that the files are added to says whose account is whose
 */
export function refuseIncomplete(draft: ImportDraft, ownersAreKnown = false): void {
  for (const file of draft.files) {
    const hasAccount = file.columns.some(({ field }) => field === 'account_id');
    for (const group of file.missing) {
      const isKnown = ownersAreKnown && hasAccount && group.length === 1 && group[0] === 'customer_id';
      if (!isKnown) refuseRole(file, group, draft);
    }
  }
  for (const question of draft.questions) {
    if (question.kind === 'date-format') refuseDate(question);
  }
  const hasCustomers = draft.files.some(
    (file) => file.isCanonical && file.columns.some(({ field }) => field === 'customer_id'),
  );
  if (hasCustomers || ownersAreKnown || isMeasuredOnly(draft)) return;
  const names = draft.files.map((file) => file.name);
  throw new AppError(
    'ingest.missing-role',
    `No column of ${list(names)} is matched to customer_id. Nothing can be linked without it.`,
    { file: names.join(', '), table: '', role: 'customer_id', candidates: columnsOf(draft.files) },
  );
}

/**
 * Files that fit no table and hold numbers are kept under their own names for SQL and for analyses of any table: they
 * need no customers. Not so where it is a toss-up what the columns are.
 */
export function isMeasuredOnly({ files }: ImportDraft): boolean {
  const isCutForSure = ({ inspection }: DraftFile) =>
    !inspection.doubts.some(({ code }) => code === 'dialect.delimiter-tie');
  const hasNumbers = (file: DraftFile) => {
    const kept = new Set(file.columns.map(({ column }) => column));
    return sampledColumns(file.inspection).some(
      (column) => kept.has(column.name) && holdsNumbers(column, file.inspection.dialect.decimal),
    );
  };
  return (
    files.length > 0 && files.every((file) => !file.isCanonical && isCutForSure(file) && hasNumbers(file))
  );
}

const columnsOf = (files: readonly DraftFile[]): readonly string[] =>
  files.flatMap((file) => file.columns.map(({ column }) => column)).slice(0, 50);

function refuseRole(file: DraftFile, group: readonly string[], draft: ImportDraft): never {
  const question = draft.questions.find(
    (one): one is RoleQuestion => one.kind === 'role' && one.file === file.name && group.includes(one.field),
  );
  const role = question?.field ?? group.join(' or ');
  if (question) {
    const candidates = question.candidates.map(({ column }) => column);
    throw new AppError(
      'ingest.ambiguous-role',
      `${file.name}: ${list(candidates)} can each be ${role}; say which one in a mapping file.`,
      { file: file.name, table: file.table, role, candidates },
    );
  }
  throw new AppError(
    'ingest.missing-role',
    `${file.name}: no column is matched to ${role}, which a ${file.table} file needs.`,
    { file: file.name, table: file.table, role, candidates: columnsOf([file]) },
  );
}

function refuseDate(question: DateFormatQuestion): never {
  throw new AppError(
    'ingest.ambiguous-date',
    `${question.file}: in ${question.column} the day and the month cannot be told apart; give the format in a mapping file (${question.formats.join(' or ')}).`,
    { file: question.file, table: question.table, column: question.column, formats: question.formats },
  );
}

/**
 * Refuses files of which not one row could be used: an empty dataset would only hide the reason.
 *
 * @throws ingest.not-a-date where dates were the reason, else ingest.no-rows
 */
export function refuseUnusable(files: readonly ReadFile[]): void {
  const known = files.filter(({ draft }) => draft.isCanonical);
  const [first] = known.filter(({ parsed }) => parsed.rejects.length > 0);
  if (first === undefined || known.some(({ parsed }) => parsed.rowCount > 0)) return;
  const { fileName: file, rejects, rowsRead } = first.parsed;
  const dates = rejects.filter(({ rule }) => rule === 'cell.not-a-date');
  const [date] = dates;
  if (date !== undefined && dates.length * 2 > rejects.length) {
    throw new AppError(
      'ingest.not-a-date',
      `${file}: ${dates.length} of ${rowsRead} values of ${date.column ?? ''} are not dates in the format chosen.`,
      { file, column: date.column, n: dates.length, m: rowsRead },
    );
  }
  throw new AppError('ingest.no-rows', `${file}: none of its ${rowsRead} rows could be used.`, {
    file,
    rows: rowsRead,
  });
}
