import type { Dimension } from '../cube/dimension';
import { attributeOf, type Attribute } from './attributes';
import { bandsOf, placesInBands } from './bands';
import type { Dataset } from './dataset';
import { accountFacts, balanceFacts, customerCount, transactionFacts, type Coded } from './facts';
import { Memory } from './remember';
import type { Scope } from './scope';

/**
 * A way to split a measure. `keys[place]` is what filters take; the last place stands for what is not known and has the
 * key ''. A grouping of customers has a place for each of them (and for rows without a customer); a grouping of rows
 * has a dimension for each table that carries it. What is measured by a grouping is kept under its name.
 */
export type Grouping =
  | {
      readonly kind: 'customers';
      readonly name: string;
      readonly keys: readonly string[];
      readonly places: Int32Array;
    }
  | {
      readonly kind: 'rows';
      readonly name: string;
      readonly keys: readonly string[];
      readonly transaction: Dimension | null;
      readonly balance: Dimension | null;
      readonly account: Dimension | null;
    };

const ofDatasets = new Memory<Dataset>(40);

/** The grouping by a breakdown's name, one that `Filters.sel` knows too; null when the data have no such thing. */
export function groupingOf(scope: Scope, by: string): Grouping | null {
  const { dataset } = scope;
  const name = `${by} ${String(scope.asOf)}`;
  return ofDatasets.of(dataset, name, () => {
    if (by === 'product' || by === 'product_code') return byProduct(dataset);
    if (by === 'channel') return byTransactions(by, transactionFacts(dataset)?.channel ?? null);
    if (by === 'type') return byTransactions(by, transactionFacts(dataset)?.type ?? null);
    if (by === 'direction') return byDirection(dataset);
    const attribute = attributeOf(dataset, by, scope.asOf);
    return attribute && byAttribute(by, dataset, attribute);
  });
}

function byAttribute(name: string, dataset: Dataset, attribute: Attribute): Grouping {
  const count = customerCount(dataset);
  const places = new Int32Array(count + 1);
  if (attribute.kind === 'category') {
    places.set(attribute.coded.codes);
    places[count] = attribute.coded.unknown;
    return { kind: 'customers', name, keys: [...attribute.coded.names, ''], places };
  }
  const bands = bandsOf(attribute.values, attribute.isWhole);
  places.set(placesInBands(attribute.values, bands));
  places[count] = bands.keys.length;
  return { kind: 'customers', name, keys: [...bands.keys, ''], places };
}

function byTransactions(name: string, coded: Coded | null): Grouping | null {
  if (coded === null) return null;
  return { kind: 'rows', name, keys: [...coded.names, ''], transaction: coded, balance: null, account: null };
}

function byDirection(dataset: Dataset): Grouping | null {
  const facts = transactionFacts(dataset);
  if (facts === null) return null;
  const codes = Int32Array.from(facts.amounts, (amount) => (amount > 0 ? 0 : amount < 0 ? 1 : 2));
  const transaction = { codes, base: 0, size: 3, unknown: 2 };
  return {
    kind: 'rows',
    name: 'direction',
    keys: ['credit', 'debit', ''],
    transaction,
    balance: null,
    account: null,
  };
}

/** One list of products for the three tables that know them. */
function byProduct(dataset: Dataset): Grouping | null {
  const own = [accountFacts(dataset), balanceFacts(dataset), transactionFacts(dataset)].map(
    (facts) => facts?.product ?? null,
  );
  if (own.every((coded) => coded === null)) return null;
  const names = [...new Set(own.flatMap((coded) => coded?.names ?? []))];
  const places = new Map(names.map((name, place) => [name, place]));
  const [account = null, balance = null, transaction = null] = own.map(
    (coded) => coded && onto(coded, places),
  );
  return { kind: 'rows', name: 'product', keys: [...names, ''], transaction, balance, account };
}

/** The dimension with its places in a larger list; shares the codes where the lists begin alike. */
function onto(coded: Coded, places: ReadonlyMap<string, number>): Dimension {
  const unknown = places.size;
  const target = [...coded.names.map((name) => places.get(name) ?? unknown), unknown];
  const isSame = target.every((place, index) => place === index);
  const codes = isSame ? coded.codes : coded.codes.map((code) => target[code] as number);
  return { codes, base: 0, size: unknown + 1, unknown };
}
