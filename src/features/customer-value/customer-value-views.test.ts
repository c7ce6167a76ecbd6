import { describe, expect, it } from 'vitest';
import { bankOf, tableOf, tinyBank } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { languageOf } from '../../i18n/language';
import type { Locale } from '../../i18n/locale';
import type { Speech } from './card-view';
import { leadOf } from './lead';
import { valueMessages } from './messages';
import { aliveView, frequencyView, holdoutView, scoresView, trackingView } from './model-views';
import { moneyView } from './money-view';
import { btydTask, moneyTask } from './tasks';
import { tilesOf } from './tiles';

const speechIn = (locale: Locale): Speech =>
  languageOf(valueMessages, { locale, units: locale === 'zh' ? 'wan' : 'kmb', currency: 'CNY' });

async function answersOf(bank: Dataset) {
  const input = await btydTask.query(bank, {}, silentControl);
  const model = await btydTask.compute?.(input, {}, silentControl);
  const money = await moneyTask.query(bank, {}, silentControl);
  if (!model) throw new Error('no result');
  return { model, money };
}

const once = bankOf([
  tableOf('transaction', ['customer_id', 'txn_date', 'amount'], [['A', '2026-05-31', 12]]),
]);

describe('Value without a model', () => {
  it('says why, and what customers spent', async () => {
    const { model, money } = await answersOf(once);
    expect(leadOf(model, money, speechIn('en'))).toBe(
      'Who is still buying cannot be told. Nobody came back until then. So far they spent ¥12.',
    );
    expect(leadOf(model, money, speechIn('zh'))).toContain('无法判断哪些客户仍在购买');
  });

  it('has no key figure that it does not know, and no chart of them', async () => {
    for (const bank of [once, tinyBank()]) {
      const { model, money } = await answersOf(bank);
      const unknown = tilesOf(model, money, speechIn('en')).filter((tile) => tile.isUnavailable);
      expect(unknown.map(({ id, value }) => [id, value])).toEqual([
        ['alive', '—'],
        ['expected', '—'],
        ['error', '—'],
        ['top', '—'],
      ]);
      const speech = speechIn('zh');
      expect([holdoutView(model, speech), aliveView(model, speech), scoresView(model, true, speech)]).toEqual(
        [null, null, null],
      );
    }
  });

  it('counts all the same: returns by customer and by month without a line of the model', async () => {
    const { model, money } = await answersOf(tinyBank());
    const { model: lines } = trackingView(model, speechIn('en'));
    expect(lines.kind === 'line' ? lines.series.map(({ key }) => key) : []).toEqual(['actual']);
    expect(frequencyView(model, speechIn('en')).title).toMatch(/customers? never came back$/);
    expect(moneyView(money, speechIn('en')).subtitle).not.toContain('· ·');
  });
});

it('counts on a card the customers whom it shows, not those that the model learned from', async () => {
  const { model } = await answersOf(tinyBank());
  const bins = [{ key: '0-10', from: 0, to: 0.1, customers: model.n + 7 }];
  const later = { ...model, outlook: { horizon: 12, customers: model.n + 7, alive: 1, expected: 2, bins } };
  for (const view of [aliveView(later, speechIn('en')), scoresView(later, true, speechIn('en'))])
    expect(view?.footer).toContain(`n = ${String(model.n + 7)}`);
  expect(frequencyView(later, speechIn('en')).footer).toContain(`n = ${String(model.n)}`);
});
