/** A span of days as results carry it: ISO days, both included. */
export type PeriodText = { readonly from: string; readonly to: string };
