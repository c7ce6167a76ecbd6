import type { Feature } from '../features/feature';

const groups = ['overview', 'customers', 'risk', 'business', 'explore', 'data'] as const;

/** The pages of the rail: by group, in the order of the list; those without a group stand at the end. */
export function railOrder(features: readonly Feature[]): readonly Feature[] {
  const place = ({ group }: Feature): number => (group === undefined ? groups.length : groups.indexOf(group));
  return features.filter(({ icon }) => icon !== undefined).toSorted((a, b) => place(a) - place(b));
}
