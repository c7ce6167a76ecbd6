import type { Frame } from '../../src/columns/frame';
import { accountFrame } from './account-frame';
import type { Bank } from './bank';
import { customerFrame } from './customer-frame';
import { balanceFrame, transactionFrame } from './fact-frames';
import { accountNumbers, customerNames, customerNumbers } from './identifiers';
import type { RelationshipManager } from './organisation';
import { branchFrame, managerFrame, productFrame } from './organisation-frames';

/** The bank as canonical frames, by table name. */
export function framesOf(bank: Bank, managers: readonly RelationshipManager[]): Record<string, Frame> {
  const names = customerNames(bank.population);
  const customers = customerNumbers(bank.population);
  const accounts = accountNumbers(bank);
  return {
    customer: customerFrame(bank, managers, customers, names),
    account: accountFrame(bank, accounts, customers),
    transaction: transactionFrame(bank, accounts, customers, names),
    balance: balanceFrame(bank, accounts, customers),
    branch: branchFrame(),
    manager: managerFrame(managers),
    product: productFrame(),
  };
}
