import { expect, it } from 'vitest';
import { filterPatch } from './filter-patch';

it('opens a branch, and a manager inside the branch that is open', () => {
  expect(filterPatch('branch', ['BR1'], false, {})).toEqual({ org: 'br:BR1' });
  expect(filterPatch('manager', ['RM2'], false, { org: 'br:BR1' })).toEqual({ org: 'br:BR1/rm:RM2' });
  expect(filterPatch('manager', ['RM2'], false, {})).toEqual({ org: 'rm:RM2' });
});

it('leaves out a manager without leaving the branch', () => {
  const patch = filterPatch('manager', ['RM2'], true, {
    org: 'br:BR1',
    f: { city: { values: ['上海'], exclude: false } },
  });
  expect(patch).toEqual({
    f: { city: { values: ['上海'], exclude: false }, rm_id: { values: ['RM2'], exclude: true } },
  });
});

it('keeps or leaves out products and channels', () => {
  expect(filterPatch('product', ['fund', 'wealth'], false, {})).toEqual({
    prod: { values: ['fund', 'wealth'], exclude: false },
  });
  expect(filterPatch('channel', ['atm'], true, {})).toEqual({ ch: { values: ['atm'], exclude: true } });
});

it('never writes customers into a filter', () => {
  expect(filterPatch('customer', ['C1'], false, {})).toBeNull();
});
