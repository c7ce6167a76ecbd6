/**
 * The transactions file of the import benchmarks: the shape banks export, one million rows of ten columns ≈ 96 MB, the
 * same bytes for the same arguments everywhere. Rows are sorted by date as exports are; customers recur with a skew.
 */
export type TransactionsCsv = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rowCount: number;
  /** What a reader must find: Σ amount in cents, and the number of different customers. */
  readonly amountCents: number;
  readonly customers: number;
};

export const transactionsHeader = [
  'txn_id',
  'customer_id',
  'account_id',
  'txn_date',
  'amount',
  'type',
  'channel',
  'product',
  'branch',
  'counterparty',
] as const;

const types = [
  'transfer_in',
  'transfer_out',
  'card_spend',
  'cash_deposit',
  'cash_withdrawal',
  'fee',
  'salary',
];
const channels = ['counter', 'atm', 'pos', 'web', 'mobile', 'third_party', 'phone', 'system'];
const products = [
  'current',
  'savings',
  'term_deposit',
  'wealth',
  'fund',
  'insurance',
  'credit_card',
  'mortgage',
];

export function makeTransactionsCsv(rowCount: number, customers = 50_000, seed = 1): TransactionsCsv {
  let bytes = new Uint8Array(rowCount * 104 + 256);
  let at = 0;
  const write = (text: string): void => {
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
  };
  let state = (seed * 0x9e3779b1) >>> 0 || 1;
  // xorshift32 (Marsaglia 2003): enough for a file, and the same on every engine.
  const next = (below: number): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
  const dates = daysOf(2024, 730);
  const seen = new Uint8Array(customers);
  let amountCents = 0;
  write(`${transactionsHeader.join(',')}\n`);
  for (let row = 0; row < rowCount; row++) {
    const customer = Math.min(next(customers), next(customers));
    const cents = next(20) === 0 ? next(50_000_000) : next(200_000);
    const isOutflow = next(100) < 57;
    seen[customer] = 1;
    amountCents += isOutflow ? -cents : cents;
    const amount = `${isOutflow && cents > 0 ? '-' : ''}${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
    write(`T${String(row + 1).padStart(10, '0')},C${String(customer).padStart(7, '0')},`);
    write(`62220000${String(customer * 3 + next(3)).padStart(8, '0')},`);
    write(`${dates[Math.floor((row * dates.length) / rowCount)] ?? ''},${amount},`);
    write(`${types[next(types.length)] ?? ''},${channels[next(channels.length)] ?? ''},`);
    write(`${products[next(products.length)] ?? ''},BR${String(next(120)).padStart(3, '0')},`);
    write(next(4) === 0 ? '\n' : `Merchant ${String(next(3000))}\n`);
  }
  bytes = bytes.slice(0, at);
  return { bytes, rowCount, amountCents, customers: seen.reduce((sum, one) => sum + one, 0) };
}

function daysOf(year: number, count: number): string[] {
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const days: string[] = [];
  let [y, month, day] = [year, 0, 1];
  while (days.length < count) {
    days.push(`${String(y)}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    day++;
    if (day <= (lengths[month] ?? 31)) continue;
    day = 1;
    month++;
    if (month < 12) continue;
    month = 0;
    y++;
    lengths[1] = y % 4 === 0 ? 29 : 28;
  }
  return days;
}
