/** Products whose balances are owed to the bank; every other one, also unknown ones, counts as assets (AUM). */
const owed: ReadonlySet<string> = new Set(['credit_card', 'mortgage', 'consumer_loan', 'corporate_loan']);

export function isAssetProduct(code: string): boolean {
  return !owed.has(code);
}
