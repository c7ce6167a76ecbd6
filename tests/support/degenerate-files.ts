/** A file as a bank would hand it out. */
type GivenFile = { readonly name: string; readonly text: string };

const sixty = Array.from({ length: 60 }, (_, place) => `C${String(place + 1).padStart(3, '0')}`);

/** The 15th of each month of 2024 and 2025. */
const months = Array.from({ length: 24 }, (_, month) => {
  const inYear = String(1 + (month % 12)).padStart(2, '0');
  return `${String(2024 + Math.floor(month / 12))}-${inYear}-15`;
});

const file = (name: string, header: string, rows: readonly string[]): GivenFile => ({
  name,
  text: [header, ...rows, ''].join('\n'),
});

const payments = (rows: readonly string[]): GivenFile => file('payments.csv', 'customer,date,amount', rows);

/** The same payment of everybody in each month. */
const monthly = (amount: number): GivenFile =>
  payments(sixty.flatMap((id) => months.map((day) => `${id},${day},${String(amount)}`)));

/** Banks at which a division, a logarithm, a quantile or a fit has nothing to hold on to. Every one has a customer C001. */
export const degenerateFiles: Readonly<Record<string, readonly GivenFile[]>> = {
  'one payment': [payments(['C001,2025-03-10,100'])],
  'one customer': [payments(months.map((day) => `C001,${day},100`))],
  'all equal': [monthly(100)],
  'no repeat': [
    payments(sixty.map((id, place) => `${id},${months[place % months.length] ?? ''},${String(50 + place)}`)),
  ],
  'all the same day': [
    payments(sixty.flatMap((id, place) => [`${id},2025-03-10,${String(10 + place)}`, `${id},2025-03-10,20`])),
  ],
  'all amounts zero': [monthly(0)],
  'nothing but payments out': [monthly(-100)],
  'amounts without signs': [
    payments(
      sixty.flatMap((id, place) =>
        months.slice(place % 20).map((day, month) => `${id},${day},${String(10 + place + month)}`),
      ),
    ),
  ],
  'customers alone': [
    file(
      'customers.csv',
      'customer,name,city,open date',
      sixty.map((id) => `${id},Name ${id},Springfield,2024-05-01`),
    ),
  ],
  'no account closed': [
    file(
      'accounts.csv',
      'account_id,customer_id,product_code,balance,open_date,close_date',
      sixty.map((id, place) => `A${id},${id},savings,1000,${months[place % 12] ?? ''},`),
    ),
    monthly(100),
  ],
};
