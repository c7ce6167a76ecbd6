import type { Assumption, Dataset } from '../../dataset/dataset';
import type { DimensionName, Issue, IssueCode, Severity } from './quality-result';
import { issueOf, type Checked } from './row-checks';

type Noted = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly dimension: DimensionName;
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
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'ids.damaged': {
    code: 'id.damaged',
    severity: 'serious',
    dimension: 'uniqueness',
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'date.future': {
    code: 'date.future',
    severity: 'review',
    dimension: 'validity',
    placeOf: ({ table, field }) => ({ table: text(table), column: text(field) }),
  },
  'currency.several': {
    code: 'currency.several',
    severity: 'review',
    dimension: 'consistency',
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
    return issueOf(
      { code: kind.code, severity: kind.severity, dimension, table, column, about },
      { rows, examples: [] },
      Number(values['of'] ?? (isGone ? held + rows : Math.max(held, rows))),
    );
  });
  return { issues, isJudged: issues.length > 0 };
}
