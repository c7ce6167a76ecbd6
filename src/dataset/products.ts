import { isNull, setNull, emptyBitmap, type TextColumn } from '../columns/column';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';
import { distinctIds } from './join';
import { textOf, type Frames } from './link-people';
import { constantText, withColumns } from './make-column';

/** Code of the one product that everything has when no file knows products. */
export const unspecifiedProduct = 'unspecified';

/** The product of each fact row by the product of its account; shares the account's dictionary. */
function throughAccount(frame: Frame, accountProducts: TextColumn): TextColumn | null {
  const keys = frame.columns['account_key'];
  if (keys?.kind !== 'int32') return null;
  const codes = new Uint32Array(frame.rowCount);
  let nulls: Uint8Array | null = null;
  if (keys.nulls === null && accountProducts.nulls === null) {
    for (let row = 0; row < codes.length; row++) {
      codes[row] = accountProducts.codes[keys.values[row] as number] as number;
    }
    return { kind: 'text', codes, dictionary: accountProducts.dictionary, nulls };
  }
  for (let row = 0; row < codes.length; row++) {
    const account = keys.values[row] as number;
    if (isNull(keys.nulls, row) || isNull(accountProducts.nulls, account)) {
      nulls ??= emptyBitmap(codes.length);
      setNull(nulls, row);
    } else {
      codes[row] = accountProducts.codes[account] as number;
    }
  }
  return { kind: 'text', codes, dictionary: accountProducts.dictionary, nulls };
}

/**
 * `product_code` on accounts, balances and transactions, and the `product` table. An account's product is its code,
 * else its type; balances and transactions without one take their account's. Where no file knows products everything
 * is one product (data.md §1).
 */
export function linkProducts(frames: Frames, assumptions: Assumption[]): Frames {
  const linked: Frames = { ...frames };
  const account = frames['account'];
  const own = textOf(account, 'product_code') ?? textOf(account, 'product_type');
  const isKnown =
    own !== null || ['balance', 'transaction'].some((name) => textOf(frames[name], 'product_code'));
  const ofAccounts = own ?? (account && !isKnown ? constantText(unspecifiedProduct, account.rowCount) : null);
  if (account && ofAccounts) linked['account'] = withColumns(account, { product_code: ofAccounts });
  for (const name of ['balance', 'transaction']) {
    const frame = frames[name];
    if (!frame || textOf(frame, 'product_code')) continue;
    const product =
      (ofAccounts && throughAccount(frame, ofAccounts)) ??
      (isKnown ? null : constantText(unspecifiedProduct, frame.rowCount));
    if (product) linked[name] = withColumns(frame, { product_code: product });
  }
  if (!isKnown) assumptions.push({ code: 'product.unspecified', values: {} });
  if (!frames['product']) {
    const columns = ['account', 'balance', 'transaction'].flatMap(
      (name) => textOf(linked[name], 'product_code') ?? [],
    );
    const ids = distinctIds(columns);
    if (ids.codes.length > 0) {
      linked['product'] = {
        name: 'product',
        rowCount: ids.codes.length,
        columns: { product_code: ids },
      };
    }
  }
  return linked;
}
