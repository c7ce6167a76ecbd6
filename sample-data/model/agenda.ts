/** What a planned entry of the agenda does when its time comes; amounts that depend on balances are set then. */
export const ACTION = {
  /** Money comes into the current account: `amount`. */
  receive: 0,
  /** Money leaves the current account: `amount` or what is there. */
  pay: 1,
  /** The credit card is used: `amount` within the limit. */
  cardSpend: 2,
  /** The credit card is paid from the current account: `amount`. */
  cardRepay: 3,
  /** The instalment of the loan account `target` falls due. */
  instalment: 4,
  /** Money comes from or goes to other banks, so that assets move towards what the customer tends to. */
  adjust: 5,
  /** The balance of the asset account `target` moves towards its share. */
  rebalance: 6,
  /** Quarter-end: wealth products are redeemed so that deposits stand higher in the books. */
  quarterOut: 7,
  /** After quarter-end the money goes back. */
  quarterBack: 8,
  /** Interest on the account `target`: `amount` paid into it. */
  interest: 9,
  /** Interest of a matured term deposit: `amount` paid into the current account. */
  termInterest: 10,
  /** The relationship is closed: everything is paid out. */
  close: 11,
  /** The loan account `target` is paid out: `amount`. */
  payOut: 12,
} as const;

const CAPACITY = 512;

/** The planned entries of one customer in one month, put in order of time before they are carried out. */
export class Agenda {
  count = 0;
  readonly action = new Uint8Array(CAPACITY);
  readonly second = new Int32Array(CAPACITY);
  readonly amount = new Float64Array(CAPACITY);
  readonly type = new Uint8Array(CAPACITY);
  readonly channel = new Uint8Array(CAPACITY);
  /** Counterparty, or the account that is meant. */
  readonly target = new Int32Array(CAPACITY);
  /** `order[n]` = entry that comes n-th. */
  readonly order = new Uint16Array(CAPACITY);

  clear(): void {
    this.count = 0;
  }

  /** Entries beyond the capacity (a company with hundreds of bookings in one month) are dropped. */
  add(action: number, second: number, amount: number, type: number, channel: number, target: number): void {
    if (this.count === CAPACITY) return;
    const n = this.count++;
    this.action[n] = action;
    this.second[n] = second;
    this.amount[n] = amount;
    this.type[n] = type;
    this.channel[n] = channel;
    this.target[n] = target;
  }

  /** Stable insertion sort: agendas have a handful of entries. */
  arrange(): void {
    for (let n = 0; n < this.count; n++) {
      const second = this.second[n] as number;
      let place = n;
      while (place > 0 && (this.second[this.order[place - 1] as number] as number) > second) {
        this.order[place] = this.order[place - 1] as number;
        place--;
      }
      this.order[place] = n;
    }
  }
}
