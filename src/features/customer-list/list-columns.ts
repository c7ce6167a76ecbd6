import { maskName } from '../../base/masking';
import { codeLabel } from '../../i18n/codes.messages';
import type { Formats } from '../../i18n/formats';
import type { Language } from '../../i18n/language';
import { nameOf } from '../../i18n/names';
import type { CustomerListResult, CustomerRow } from './list-customers';
import type { ListKey } from './messages';

export type Speech = Language<ListKey>;

/** A column of the list as the table and the export read it. */
export type ListColumn = {
  readonly key: string;
  readonly label: string;
  readonly isNumeric: boolean;
  readonly isSortable: boolean;
  readonly width: number;
  readonly text: (row: CustomerRow) => string;
  /** The value as it is, for files; null = not known. */
  readonly value: (row: CustomerRow) => string | number | null;
};

type Published = CustomerListResult['publishedColumns'][number];
type Shape = Pick<CustomerListResult, 'hasBalances' | 'hasDirection' | 'publishedColumns'>;

export type Knows = {
  readonly branches: boolean;
  readonly managers: boolean;
  readonly names: boolean;
  readonly types: boolean;
};

/** The columns that these data can fill. */
export function listColumns(
  shape: Shape,
  knows: Knows,
  isMasked: boolean,
  speech: Speech,
): readonly ListColumn[] {
  const { t, f, locale } = speech;
  const named = (name: string | null, nameEn: string | null, id: string | null) =>
    id === null ? f.missing : (name ?? nameEn) === null ? id : nameOf({ name, nameEn }, locale);
  const nameText = (row: CustomerRow) => {
    if (row.name === null) return f.missing;
    return isMasked ? maskName(row.name) : row.name;
  };
  const columns: (ListColumn | false)[] = [
    text('customerId', t('column.customerId'), 132, (row) => row.customerId, true),
    knows.names && text('name', t('column.name'), 140, nameText, true),
    knows.types &&
      text('type', t('column.type'), 96, (row) => codeLabel('customer-type', row.type, locale), false),
    knows.branches &&
      text(
        'branch',
        t('column.branch'),
        180,
        (row) => named(row.branchName, row.branchNameEn, row.branchId),
        false,
      ),
    knows.managers &&
      text(
        'manager',
        t('column.manager'),
        128,
        (row) => named(row.managerName, row.managerNameEn, row.managerId),
        false,
      ),
    shape.hasBalances && number('aum', t('column.aum'), 136, (row) => row.aum, f.amount),
    shape.hasBalances &&
      number('aumComparison', t('column.aumComparison'), 96, change, (value) => deltaText(value, f)),
    number(
      'inflow',
      t(shape.hasDirection ? 'column.inflow' : 'column.volume'),
      136,
      (row) => row.inflow,
      f.amount,
    ),
    shape.hasDirection && number('outflow', t('column.outflow'), 136, (row) => row.outflow, f.amount),
    number('transactions', t('column.transactions'), 104, (row) => row.transactions, exact(f)),
    text('lastTransaction', t('column.lastTransaction'), 128, (row) => f.day(row.lastTransaction), true),
    shape.hasBalances && number('products', t('column.products'), 88, (row) => row.products, exact(f)),
    ...shape.publishedColumns.map((one) => publishedColumn(one, speech)),
  ];
  return columns.filter((column) => column !== false);
}

const exact = (f: Formats) => (value: number | null) => f.count(value, 'exact');

/** Change of assets against the comparison; null where there was nothing to compare with. */
function change({ aum, aumComparison }: CustomerRow): number | null {
  if (aum === null || aumComparison === null || aumComparison === 0) return null;
  return (aum - aumComparison) / Math.abs(aumComparison);
}

function deltaText(value: number | null, f: Formats): string {
  if (value === null) return f.missing;
  const { arrow, amount, sign } = f.delta({ value, unit: 'percent', direction: 'higher_better' });
  return sign === 'same' ? arrow : `${arrow} ${amount}`;
}

function text(
  key: string,
  label: string,
  width: number,
  read: (row: CustomerRow) => string,
  isSortable: boolean,
): ListColumn {
  return { key, label, width, isNumeric: false, isSortable, text: read, value: read };
}

function number(
  key: string,
  label: string,
  width: number,
  read: (row: CustomerRow) => number | null,
  format: (value: number | null) => string,
): ListColumn {
  const isSortable = key !== 'aumComparison';
  return { key, label, width, isNumeric: true, isSortable, text: (row) => format(read(row)), value: read };
}

/** Published columns that the list has a name for; others go by the name they were published under. */
const publishedLabels: Readonly<Record<string, ListKey>> = {
  monthsSinceLastTransaction: 'column.monthsSinceLastTransaction',
  rfmGroup: 'column.rfmGroup',
  rfmCell: 'column.rfmCell',
  rfmGrid: 'column.rfmGrid',
  recencyScore: 'column.recencyScore',
  frequencyScore: 'column.frequencyScore',
  moneyScore: 'column.moneyScore',
  abcClass: 'column.abcClass',
  valueTier: 'column.valueTier',
  churnRisk: 'column.churnRisk',
  silenceRatio: 'column.silenceRatio',
  probabilityAlive: 'column.probabilityAlive',
  expectedEvents: 'column.expectedEvents',
  moneySoFar: 'column.moneySoFar',
};

/** A number follows its unit, a code has its name. */
function publishedColumn({ column, unit }: Published, { t, f, locale }: Speech): ListColumn {
  const name = column.replace(/^customer\./, '');
  const key = publishedLabels[name];
  const value = (row: CustomerRow) => row.published[column] ?? null;
  const read = (row: CustomerRow) => {
    const found = value(row);
    if (typeof found === 'number') return f.value(found, unit ?? 'count', 'exact');
    return found === null ? f.missing : codeLabel(name, found, locale);
  };
  return {
    key: column,
    label: key === undefined ? name : t(key),
    width: 112,
    isNumeric: unit !== null,
    isSortable: true,
    text: read,
    value,
  };
}
