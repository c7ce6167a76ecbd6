/** The table of a card, which few cards show at first: it does not weigh on the first chart. */
export const loadTable = () => import('./Table.svelte');
