import { createContext, type Component } from 'svelte';

/** A card that a feature lends to Customer 360, as that page needs it. */
export type LentCustomerCard = {
  readonly id: string;
  readonly needs: readonly string[];
  readonly columns: 3 | 4 | 6 | 8 | 12;
  readonly load: () => Promise<{ default: Component<{ customerId: string }> }>;
};

const [get, set] = createContext<readonly LentCustomerCard[]>();

/** The cards of all features for Customer 360: features do not know each other. */
export const getLentCards = get;
export const provideLentCards = set;
