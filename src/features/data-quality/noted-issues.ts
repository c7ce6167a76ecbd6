import { maskId } from '../../base/masking';
import { isNull } from '../../columns/column';
import type { Frame } from '../../columns/frame';
import { dayAt, numberAt, textAt } from '../../dataset/cell-value';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { doubtfulIds } from '../../dataset/doubtful-ids';
import { indexById, joinRows } from '../../dataset/join';
import type { LinkMatch } from '../../dataset/measure-links';
import { fieldOf } from '../../model/tables';
import type { DimensionName, Example, Issue, IssueCode, Severity } from './quality-result';
import { issueOf, mostExamples, placeOf, type Checked } from './row-checks';

type Noted = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly dimension: DimensionName;
  /** Which rows of the table it is about; none where they are gone or were never rows. */
  readonly isMeant?: (dataset: Dataset, frame: Frame, column: string) => (row: number) => boolean;
  /** Table and column that the values of the assumption name. */
  readonly placeOf: (values: Assumption['values']) => {
    readonly table: string;
    readonly column: string | null;
  };
};

const text = (value: string | number | undefined): string => String(value ?? '');

/** What reading found and noted, by the code of the assumption: it cannot be seen in the rows any more. */
const noted: Partial<Readonly<Record<Assumption['code'], Noted>>> = {
  'rows.repeated-id': {
    code: 'row.repeated-id',
    severity: 'review',
    dimension: 'uniqueness',
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'rows.repeated-row': {
    code: 'row.repeated',
    severity: 'note',
    dimension: 'uniqueness',
    placeOf: ({ table }) => ({ table: text(table), column: null }),
  },
  'ids.masked': {
    code: 'id.masked',
    severity: 'review',
    dimension: 'uniqueness',
    isMeant: (_, frame, column) => hasDoubtful(frame, column, 'masked'),
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'ids.damaged': {
    code: 'id.damaged',
    severity: 'serious',
    dimension: 'uniqueness',
    isMeant: (_, frame, column) => hasDoubtful(frame, column, 'damaged'),
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'date.future': {
    code: 'date.future',
    severity: 'review',
    dimension: 'validity',
    isMeant:
      ({ lastDay }, frame, column) =>
      (row) =>
        (numberAt(frame, column, row) ?? -Infinity) > (lastDay ?? Infinity),
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'currency.several': {
    code: 'currency.several',
    severity: 'review',
    dimension: 'consistency',
    isMeant: (_, frame) => isLeftOutOfSums(frame),
    placeOf: ({ table }) => ({ table: text(table), column: 'currency' }),
  },
  'direction.against-balances': {
    code: 'direction.against-balances',
    severity: 'serious',
    dimension: 'consistency',
    placeOf: () => ({ table: 'transaction', column: 'dc_flag' }),
  },
  'total.differs': {
    code: 'total.differs',
    severity: 'serious',
    dimension: 'consistency',
    placeOf: ({ file, column }) => ({ table: text(file), column: text(column) }),
  },
};

const hasDoubtful = (frame: Frame, name: string, kind: 'masked' | 'damaged') => {
  const column = frame.columns[name];
  if (column?.kind !== 'text') return () => false;
  const doubtful = doubtfulIds(column.dictionary);
  return (row: number) => doubtful.get(column.codes[row] as number) === kind && !isNull(column.nulls, row);
};

/** Rows of which an amount is not known in the base though it is known as it was. */
function isLeftOutOfSums({ columns }: Frame): (row: number) => boolean {
  const pairs = Object.entries(columns).flatMap(([name, original]) => {
    const based = name.endsWith('_original') ? columns[name.slice(0, -'_original'.length)] : undefined;
    return based ? [{ based, original }] : [];
  });
  return (row) =>
    pairs.some(({ based, original }) => isNull(based.nulls, row) && !isNull(original.nulls, row));
}

function examplesIn(frame: Frame, column: string, isMeant: (row: number) => boolean): readonly Example[] {
  const examples: Example[] = [];
  for (let row = 0; row < frame.rowCount && examples.length < mostExamples; row++) {
    if (!isMeant(row)) continue;
    const isDay = fieldOf(frame.name, column)?.type === 'day';
    const shown = isDay ? dayAt(frame, column, row) : textAt(frame, column, row);
    examples.push({ place: placeOf(frame, row), text: shown ?? '' });
  }
  return examples;
}

/** Rows of a link whose reference finds nothing. */
export function orphansOf({ tables, others }: Dataset, { from, to }: LinkMatch): readonly Example[] {
  const [[table = '', field = ''], [into = '', id = '']] = [from.split('.'), to.split('.')];
  const frame = tables[table] ?? others[table];
  const [column, target] = [frame?.columns[field], tables[into]?.columns[id]];
  if (!frame || column?.kind !== 'text' || target?.kind !== 'text') return [];
  const rows = joinRows(column, indexById(target));
  const doubtful = doubtfulIds(column.dictionary);
  const isOrphan = (row: number) =>
    rows[row] === -1 && !isNull(column.nulls, row) && !doubtful.has(column.codes[row] as number);
  return examplesIn(frame, field, isOrphan).map(({ place, text: shown }) => ({ place, text: maskId(shown) }));
}

/** Issues of one side of quality that were noted while the files were read. */
export function checkNoted(dataset: Dataset, dimension: DimensionName): Checked {
  const issues = dataset.assumptions.flatMap(({ code, values }): Issue[] => {
    const kind = noted[code];
    if (kind?.dimension !== dimension) return [];
    const { table, column } = kind.placeOf(values);
    const rows = Number(values['rows'] ?? 1);
    const held = dataset.tables[table]?.rowCount ?? rows;
    const isGone = code === 'rows.repeated-id' || code === 'rows.repeated-row';
    const about = code === 'total.differs' ? `${text(values['found'])} ≠ ${text(values['stated'])}` : null;
    const frame = dataset.tables[table];
    const examples =
      frame && column !== null && kind.isMeant
        ? examplesIn(frame, column, kind.isMeant(dataset, frame, column))
        : [];
    return issueOf(
      { code: kind.code, severity: kind.severity, dimension, table, column, about },
      { rows, examples },
      Number(values['of'] ?? (isGone ? held + rows : Math.max(held, rows))),
    );
  });
  return { issues, isJudged: issues.length > 0 };
}
