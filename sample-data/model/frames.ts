import type { Frame } from '../../src/columns/frame';
import { accountFrame } from './account-frame';
import type { Bank } from './bank';
import { customerFrame } from './customer-frame';
import { balanceFrame, transactionFrame } from './fact-frames';
import { economicsFrames } from './economics';
import { accountNumbers, customerNames, customerNumbers } from './identifiers';
import type { RelationshipManager } from './organisation';
import { branchFrame, managerFrame, productFrame } from './organisation-frames';
import { campaignFrames, contactFrame, serviceFrame } from './relation-frames';

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
    contact: contactFrame(bank, managers, customers),
    service: serviceFrame(bank, customers),
    ...campaignFrames(bank, bank.campaign, customers),
    ...economicsFrames(),
    branch: branchFrame(),
    manager: managerFrame(managers),
    product: productFrame(),
  };
}
