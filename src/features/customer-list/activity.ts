import type { Publishing, ResultBase, SharedParameters } from '../task';

export type ActivityParameters = SharedParameters;

export type ActivityResult = ResultBase &
  Publishing & {
    /** Customers by whole months since their last transaction; the last bin is open (`12+`). */
    readonly bins: readonly { readonly key: string; readonly months: number; readonly customers: number }[];
    /** Customers without any transaction. */
    readonly never: number;
  };
