import { intervalKinds } from '../../algorithms/survival/survival-interval';
import type { DatasetInfo } from '../../dataset/dataset-info';
import { tableNamed } from '../../model/tables';
import { riskDefaults, type RiskParameters } from './risk-result';
import { customerEvents, survivalDefaults, type SurvivalParameters } from './survival-result';

/** What a link says for one of the analyses, by name. */
export type Asked = Readonly<Record<string, string>>;

export type Known = Pick<DatasetInfo, 'columns' | 'rows'>;

export const churnTabs = ['risk', 'survival'] as const;
export type ChurnTab = (typeof churnTabs)[number];

/** The part of the page that a route names: `churn/survival`. */
export function tabOf(path: readonly string[]): ChurnTab {
  return churnTabs.find((tab) => tab === path[0]) ?? 'risk';
}

export const thresholdOptions = ['1.5', '2', '3', '4'] as const;
export const lostOptions = ['90', '180', '365'] as const;

export const intervalOptions = intervalKinds;

const oneOf = <T extends string>(allowed: readonly T[], text: string | undefined, otherwise: T): T =>
  allowed.find((one) => one === text) ?? otherwise;

/** What the risk cards ask; a value that means nothing is the default. */
export function riskQuestion(asked: Asked): Pick<RiskParameters, 'threshold' | 'lostDays'> {
  return {
    threshold: Number(oneOf(thresholdOptions, asked['threshold'], String(riskDefaults.threshold) as '2')),
    lostDays: Number(oneOf(lostOptions, asked['lostDays'], String(riskDefaults.lostDays) as '180')),
  };
}

/** Groupings of customers that a curve may be split by, where the data know them. */
const groupings: readonly (readonly [name: string, columns: readonly string[]])[] = [
  ['customer.type', ['type']],
  ['gender', ['gender']],
  ['age', ['birth_date']],
  ['tier', ['tier']],
  ['is_payroll', ['is_payroll']],
  ['branch', ['branch_key']],
  ['city', ['city']],
  ['education', ['education']],
  ['occupation', ['occupation']],
];

export function groupingsOf({ columns }: Known): readonly string[] {
  const has = (column: string) => columns['customer']?.includes(column) ?? false;
  return groupings.flatMap(([name, needed]) => (needed.some(has) ? [name] : []));
}

/** Files that fit no table: rows of them may be lives too. */
export function ownTables({ columns }: Known): readonly string[] {
  return Object.keys(columns).filter((name) => tableNamed(name) === undefined);
}

export type SurvivalQuestion = Required<
  Pick<SurvivalParameters, 'table' | 'time' | 'event' | 'group' | 'interval'>
>;

/**
 * What the survival cards ask. Without customers and with a table of one's own that table is meant; its columns are then
 * those that a link names, else those with a telling name, else the first.
 */
export function survivalQuestion(asked: Asked, known: Known): SurvivalQuestion {
  const own = ownTables(known);
  const hasCustomers = (known.rows['customer'] ?? 0) > 0;
  const fallback = hasCustomers ? survivalDefaults.table : (own[0] ?? survivalDefaults.table);
  const table = oneOf([survivalDefaults.table, ...own], asked['table'], fallback);
  const interval = oneOf(intervalKinds, asked['interval'], survivalDefaults.interval);
  if (table === survivalDefaults.table) {
    const group = oneOf(['', ...groupingsOf(known)], asked['group'], '');
    const event = oneOf(['', ...customerEvents], asked['event'], '');
    return { table, interval, time: '', event, group };
  }
  const columns = known.columns[table] ?? [];
  const named = (pattern: RegExp) => columns.find((name) => pattern.test(name)) ?? columns[0] ?? '';
  return {
    table,
    interval,
    time: oneOf(columns, asked['time'], named(/time|days|months|duration|tenure|时长|天数|月数/iu)),
    event: oneOf(columns, asked['event'], named(/event|status|churn|died|death|left|流失|状态|事件/iu)),
    group: oneOf(['', ...columns], asked['group'], ''),
  };
}
