import { describe, expect, it } from 'vitest';
import { customerOfRoute, customerRoute } from './customer-route';
import { decodeView, encodeView } from './view-link';

describe('customerRoute', () => {
  it('survives the link whatever the number is made of', () => {
    for (const id of ['C000123', '客户 1', 'a/b', '100%', '%41', '?#&', 'x~y:z']) {
      const { state } = decodeView(encodeView({ route: customerRoute(id) }));
      expect(customerOfRoute(state.route)).toBe(id);
    }
  });

  it('leaves a readable number as it is', () => {
    expect(encodeView({ route: customerRoute('C000123') })).toBe('/customers/C000123');
  });

  it('takes a route that cannot be decoded at its word', () => {
    expect(customerOfRoute('customers/100%')).toBe('100%');
  });

  it('finds no customer on other pages and on the list', () => {
    expect(customerOfRoute('customers')).toBeNull();
    expect(customerOfRoute('overview/C000123')).toBeNull();
  });
});
