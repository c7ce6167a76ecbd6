import { describe, expect, it } from 'vitest';
import { languageOf } from '../i18n/language';
import type { ViewState } from '../project/view-state';
import type { FilterStep } from '../state/filter-history.svelte';
import { filterStateOf } from '../state/view-patch';
import { appMessages } from './app.messages';
import type { Naming } from './field-names';
import { lastFilter } from './last-filter';

const naming: Naming = {
  ...languageOf(appMessages, { locale: 'en', units: 'kmb', currency: 'CNY' }),
  info: null,
};
const atm: ViewState = { route: 'overview', ch: { values: ['atm'], exclude: false } };
const both: ViewState = { ...atm, org: 'br:BR012' };
const step = (state: ViewState): FilterStep => ({
  filters: filterStateOf(state),
  label: null,
  page: 'overview',
  customers: null,
});

describe('lastFilter', () => {
  it('is the one that was set last, wherever its chip stands', () => {
    const steps = [{ route: 'overview' }, atm, both].map(step);
    expect(lastFilter(both, steps, 2, naming)?.id).toBe('org branch');
  });

  it('looks past steps that set no filter', () => {
    const later: ViewState = { ...both, p: 'L3M' };
    expect(lastFilter(later, [atm, both, later].map(step), 2, naming)?.id).toBe('org branch');
  });

  it('is the last chip of a link', () => {
    expect(lastFilter(both, [step(both)], 0, naming)?.removal).toEqual({ ch: undefined });
  });

  it('is none without filters', () => {
    expect(lastFilter({ route: 'overview', p: 'L3M' }, [], 0, naming)).toBeNull();
  });
});
