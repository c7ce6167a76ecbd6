import { describe, expect, it } from 'vitest';
import { matchRoute } from './match-route';

const places = [
  { route: '' },
  { route: 'overview' },
  { route: 'customers' },
  { route: 'customers/:id' },
  { route: 'import' },
];
const found = (route: string) => matchRoute(places, route)?.route;

describe('matchRoute', () => {
  it('finds the longest pattern', () => {
    expect(found('customers')).toBe('customers');
    expect(found('customers/C000123')).toBe('customers/:id');
  });

  it('finds a page whose route goes on', () => {
    expect(found('import/map')).toBe('import');
    expect(found('customers/C000123/more')).toBe('customers/:id');
  });

  it('finds Landing for the empty route only', () => {
    expect(found('')).toBe('');
    expect(found('nowhere')).toBeUndefined();
  });
});
