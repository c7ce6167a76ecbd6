import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { dictionaryValue } from '../../src/columns/dictionary';
import { textColumn } from '../../src/columns/frame';
import { drawHabits, groups, NO_GROUP } from './habits';
import { drawHidden } from './hidden';
import { LOSS } from './loss-makers';
import { makeSampleBank } from './sample-bank';

const options = { customers: 3000, months: 12, seed: 5 };

describe('the hidden groups', () => {
  const { population, habits, lossMakers } = drawHidden(options);

  it('hold every person and no company', () => {
    habits.group.forEach((group, i) => {
      expect(group === NO_GROUP).toBe(i >= population.persons);
    });
    expect(new Set(habits.group.subarray(0, population.persons)).size).toBe(groups.length);
  });

  it('are drawn from the seed and the customer alone', () => {
    expect(drawHabits(population, options.seed)).toEqual(habits);
    expect(drawHabits(population, 6).group).not.toEqual(habits.group);
  });

  it('show in what people do', async () => {
    const { transaction } = await makeSampleBank(options, silentControl);
    if (!transaction) throw new Error('no transactions');
    const values = (name: string): readonly string[] => {
      const { codes, dictionary } = textColumn(transaction, name);
      return Array.from(codes, (code) => dictionaryValue(dictionary, code));
    };
    const [owners, types, channels] = [values('customer_id'), values('type'), values('channel')];
    const bookings = groups.map(() => ({
      all: 0,
      cash: 0,
      transfers: 0,
      investing: 0,
      counter: 0,
      spending: 0,
    }));
    owners.forEach((owner, row) => {
      // Another planted habit, cash at the counter, would hide those of the groups.
      const i = owner.startsWith('C') ? Number(owner.slice(1)) - 1 : -1;
      const count = lossMakers[i] === LOSS.none ? bookings[habits.group[i] ?? 0] : undefined;
      if (!count) return;
      count.all++;
      if (types[row]?.startsWith('cash')) count.cash++;
      if (types[row]?.startsWith('transfer')) count.transfers++;
      if (types[row]?.startsWith('investment')) count.investing++;
      if (types[row] === 'card_spend') count.spending++;
      if (channels[row] === 'counter') count.counter++;
    });
    const highest = (what: keyof (typeof bookings)[number]): string | undefined => {
      const shares = bookings.map((count) => count[what] / count.all);
      return groups[shares.indexOf(Math.max(...shares))]?.code;
    };
    expect(highest('spending')).toBe('digital_spender');
    expect(highest('counter')).toBe('counter_saver');
    expect(highest('investing')).toBe('investor');
    expect(highest('transfers')).toBe('passer_through');
    expect(highest('cash')).toBe('cash_trader');
  });
});
