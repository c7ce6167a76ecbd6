/**
 * Names of the random streams. Each process of the made-up bank draws from streams of its own, named by seed, process
 * and customer (and month), so that a later version can add a process, or let one draw more, without changing the
 * customers and truths of the others. Numbers are never reused.
 */
export const STREAM = {
  attributes: 1,
  wealth: 2,
  ownership: 3,
  organisation: 4,
  membership: 5,
  accounts: 6,
  personalMonth: 7,
  corporateMonth: 8,
  markets: 9,
  counterparties: 10,
  openings: 11,
  relations: 12,
  habits: 13,
  stages: 14,
  lossMakers: 15,
  campaign: 16,
  contacts: 17,
  complaints: 18,
} as const;
