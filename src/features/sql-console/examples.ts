/** A view of the database and its columns. */
export type View = { readonly name: string; readonly columns: readonly string[] };

type ExampleId =
  | 'flows'
  | 'quiet'
  | 'branches'
  | 'channels'
  | 'products'
  | 'largest'
  | 'types'
  | 'tables'
  | 'rejected'
  | 'customers';

/** A question in words of a bank (its message is `example.<id>`) and how SQL asks it. */
export type Example = { readonly id: ExampleId; readonly sql: string };

type Candidate = Example & {
  /** `view.column`, all of which the data must have. */
  readonly needs: readonly string[];
};

/** The most telling first. The last ones need nothing: whatever the data are, there are three. */
const candidates: readonly Candidate[] = [
  {
    id: 'flows',
    needs: ['transactions.month', 'transactions.inflow', 'transactions.outflow'],
    sql: `SELECT month,
  COUNT(*) AS transactions,
  ROUND(SUM(inflow), 2) AS inflow,
  ROUND(SUM(outflow), 2) AS outflow
FROM transactions
GROUP BY month
ORDER BY month`,
  },
  {
    id: 'quiet',
    needs: ['transactions.customer_id', 'transactions.txn_date'],
    sql: `SELECT customer_id,
  COUNT(*) AS transactions,
  MAX(txn_date) AS last_transaction
FROM transactions
WHERE customer_id IS NOT NULL
GROUP BY customer_id
HAVING MAX(txn_date) < (SELECT date(MAX(txn_date), '-90 days') FROM transactions)
ORDER BY transactions DESC
LIMIT 100`,
  },
  {
    id: 'branches',
    needs: ['balances.branch_name', 'balances.customer_id', 'balances.month', 'balances.balance'],
    sql: `SELECT branch_name,
  COUNT(DISTINCT customer_id) AS customers,
  ROUND(SUM(balance), 2) AS balance
FROM balances
WHERE month = (SELECT MAX(month) FROM balances)
GROUP BY branch_name
ORDER BY balance DESC`,
  },
  {
    id: 'channels',
    needs: ['transactions.channel', 'transactions.inflow', 'transactions.outflow'],
    sql: `SELECT channel,
  COUNT(*) AS transactions,
  ROUND(SUM(inflow + outflow), 2) AS volume
FROM transactions
GROUP BY channel
ORDER BY transactions DESC`,
  },
  {
    id: 'products',
    needs: ['accounts.product_code', 'accounts.customer_id'],
    sql: `SELECT product_code,
  COUNT(*) AS accounts,
  COUNT(DISTINCT customer_id) AS customers
FROM accounts
GROUP BY product_code
ORDER BY accounts DESC`,
  },
  {
    id: 'largest',
    needs: ['transactions.customer_id', 'transactions.inflow'],
    sql: `SELECT customer_id,
  COUNT(*) AS transactions,
  ROUND(SUM(inflow), 2) AS inflow
FROM transactions
GROUP BY customer_id
ORDER BY inflow DESC
LIMIT 20`,
  },
  {
    id: 'types',
    needs: ['customers.type'],
    sql: `SELECT type,
  COUNT(*) AS customers
FROM customers
GROUP BY type
ORDER BY customers DESC`,
  },
  { id: 'customers', needs: ['customers.customer_id'], sql: 'SELECT *\nFROM customers\nLIMIT 20' },
  {
    id: 'rejected',
    needs: ['rejected_rows.rule'],
    sql: `SELECT file,
  rule,
  COUNT(*) AS rejected
FROM rejected_rows
GROUP BY file, rule
ORDER BY rejected DESC`,
  },
];

const shown = 3;

/** Three questions that these data can answer. */
export function examplesFor(views: readonly View[]): readonly Example[] {
  if (views.length === 0) return [];
  const known = new Set(views.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)));
  const answerable = candidates.filter(({ needs }) => needs.every((need) => known.has(need)));
  return [...answerable, rowsPerTable(views)].slice(0, shown).map(({ id, sql }) => ({ id, sql }));
}

/** How many rows each table has. */
function rowsPerTable(views: readonly View[]): Example {
  const parts = views.map(
    ({ name }) =>
      `SELECT '${name.replaceAll("'", "''")}' AS "table", COUNT(*) AS "rows" FROM ${nameInSql(name)}`,
  );
  return { id: 'tables', sql: parts.join('\nUNION ALL ') };
}

/** Words that SQLite would not take for a name. Source: sqlite.org/lang_keywords.html */
const keywords: ReadonlySet<string> = new Set(
  `add all alter and as autoincrement between case check collate column commit constraint create cross current_date
  current_time current_timestamp default deferrable delete distinct drop else escape except exists filter foreign
  from full group having in index inner insert intersect into is isnull join left limit natural not notnull null of
  offset on or order outer over primary raise references returning right rows select set table then to transaction
  union unique update using values when where window with without`.split(/\s+/),
);

/** A name as it may stand in a query: in quotes where it is no plain word. */
export function nameInSql(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !keywords.has(name.toLowerCase());
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}
