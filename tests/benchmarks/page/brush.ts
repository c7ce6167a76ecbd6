import { silentControl } from '../../../src/base/control';
import { float64Column, int32Column, textColumn } from '../../../src/columns/frame';
import { keyDimension, textDimension } from '../../../src/cube/dimension';
import {
  brushStep,
  linkedTotals,
  rangeFilter,
  startBrush,
  type LinkedViews,
  type ViewTotals,
} from '../../../src/cube/linked-views';
import { allRows } from '../../../src/cube/selection';
import { duckTable, frameOf, medianOf, monthDimension } from './asked-often';
import type { Measured } from './measured';

/** The six views as DuckDB names them; the hand is on the first. */
const columns = ['month', 'product', 'channel', 'type', 'branch', 'weekday'] as const;
const months = 24;
const noFilters = columns.map(() => null);

/** Where the hand is at a turn: half a year somewhere in the two. */
const rangeAt = (turn: number) => ({ first: turn % (months - 6), last: (turn % (months - 6)) + 6 });
/** The range whose totals all contenders describe. */
const checked = rangeAt(3);

/** Steps within one reading of a clock that counts tenths of a millisecond. */
const steps = 2000;

async function viewsOf(rows: number): Promise<LinkedViews> {
  const frame = await frameOf(rows);
  const days = int32Column(frame, 'txn_date');
  const weekday = days.values.map((day) => (day + 4) % 7);
  return {
    dimensions: [
      monthDimension(days),
      ...['product', 'channel', 'type', 'branch'].map((name) => textDimension(textColumn(frame, name))),
      keyDimension({ kind: 'int32', values: weekday, nulls: null }, 7),
    ],
    values: float64Column(frame, 'amount').values,
    selection: allRows(frame.rowCount),
  };
}

type Bar = { readonly rows: number; readonly cents: number };

/** The bars of each view, whatever their names and their order. */
const described = (views: readonly (readonly Bar[])[]): unknown =>
  views.map((bars) =>
    bars.filter(({ rows }) => rows > 0).sort((a, b) => a.rows - b.rows || a.cents - b.cents),
  );

const barsOf = ({ counts, sums }: ViewTotals): readonly Bar[] =>
  Array.from(counts, (rows, place) => ({ rows, cents: sums[place] ?? NaN }));

/** Line 10: one step of the hand over tables that are there. */
export async function step(rows: number): Promise<Measured> {
  const tables = await startBrush(await viewsOf(rows), noFilters, 0, silentControl);
  const { milliseconds } = await medianOf(
    () => {
      for (let turn = 0; turn < steps; turn++) {
        const { first, last } = rangeAt(turn);
        brushStep(tables, first, last);
      }
    },
    () => null,
  );
  const result = described(brushStep(tables, checked.first, checked.last).map(barsOf));
  return { milliseconds: milliseconds / steps, result };
}

/** Line 11: the tables for a hand that goes down on the months. */
export async function start(rows: number): Promise<Measured> {
  const views = await viewsOf(rows);
  return medianOf(
    () => startBrush(views, noFilters, 0, silentControl),
    (tables) => described(brushStep(tables, checked.first, checked.last).map(barsOf)),
  );
}

/** Its peer: every row counted once in all views. */
export async function rescan(rows: number): Promise<Measured> {
  const views = await viewsOf(rows);
  const { milliseconds } = await medianOf(
    () => linkedTotals(views, noFilters, silentControl),
    () => null,
  );
  const [month] = views.dimensions;
  if (month === undefined) throw new Error('no months');
  const filters = [rangeFilter(month, checked.first, checked.last), ...noFilters.slice(1)];
  const totals = await linkedTotals(views, filters, silentControl);
  return { milliseconds, result: described(totals.map(barsOf)) };
}

/** Line 10's peer: a query per view, each without its own filter. */
export async function duckdb(rows: number): Promise<Measured> {
  const connection = await duckTable(rows);
  await connection.query('ALTER TABLE transactions ADD COLUMN weekday INTEGER');
  await connection.query('UPDATE transactions SET weekday = dayofweek(txn_date)');
  const ask = async ({ first, last }: { first: number; last: number }) => {
    const base = 2024 * 12;
    const within = `month >= ${String(base + first)} AND month < ${String(base + last)}`;
    const views = [];
    for (const column of columns) {
      views.push(
        await connection.query(
          `SELECT ${column}, count(*) AS n, CAST(sum(cents) AS DOUBLE) AS cents
           FROM transactions ${column === 'month' ? '' : `WHERE ${within}`} GROUP BY 1`,
        ),
      );
    }
    return views;
  };
  let turn = 0;
  const { milliseconds } = await medianOf(
    () => ask(rangeAt(turn++)),
    () => null,
  );
  const result = described(
    (await ask(checked)).map((table) =>
      (table.toArray() as { n: bigint; cents: number }[]).map(({ n, cents }) => ({ rows: Number(n), cents })),
    ),
  );
  return { milliseconds, result };
}
