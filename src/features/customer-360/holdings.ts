import type { ResultBase } from '../task';
import type { CustomerParameters } from './profile';

export type HoldingsParameters = CustomerParameters;

export type Holding = {
  readonly accountId: string;
  readonly role: 'owner' | 'joint' | 'authorised';
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly productNameEn: string | null;
  readonly status: string | null;
  readonly openDate: string | null;
  readonly closeDate: string | null;
  readonly maturityDate: string | null;
  /** End of the last month of the period, else the balance in the account's row; major units. */
  readonly balance: number | null;
  readonly currency: string | null;
};

export type HoldingsResult = ResultBase & {
  /** Own accounts first, then by open date. n = their number. */
  readonly accounts: readonly Holding[];
};
