import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../../sample-data/model/sample-dataset';
import { bankOf, tableOf } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { formatsFor } from '../../i18n/formats';
import { translator } from '../../i18n/translate';
import type { Speech } from './card-view';
import { leadOfRisk, leadOfSurvival } from './lead';
import { churnMessages } from './messages';
import { groupingsOf, riskQuestion, survivalQuestion, tabOf, type Known } from './questions';
import { risk } from './risk';
import { bandsView, listView, ratesView } from './risk-view';
import { survival } from './survival';
import { hazardView, survivalView } from './survival-view';
import { tilesOf } from './tiles';

const speech = (locale: 'en' | 'zh'): Speech => {
  const settings = { locale, units: locale === 'zh' ? 'wan' : 'kmb', currency: 'CNY' } as const;
  return { t: translator(churnMessages, locale), f: formatsFor(settings), locale };
};
const [en, zh] = [speech('en'), speech('zh')];

const known: Known = {
  columns: { customer: ['type', 'branch_key'], trial: ['id', 'days', 'died', 'arm'] },
  rows: { customer: 3 },
};

describe('what a link asks', () => {
  it('is the default where it says nothing, or nonsense', () => {
    expect(tabOf([])).toBe('risk');
    expect(tabOf(['survival'])).toBe('survival');
    expect(riskQuestion({ threshold: 'much' })).toEqual({ threshold: 2, lostDays: 180 });
    expect(riskQuestion({ threshold: '3', lostDays: '90' })).toEqual({
      threshold: 3,
      lostDays: 90,
    });
    expect(survivalQuestion({ group: 'shoes' }, known)).toMatchObject({
      table: 'customer',
      group: '',
      interval: 'log-log',
    });
  });

  it('may be a grouping that the data know', () => {
    expect(groupingsOf(known)).toEqual(['customer.type', 'branch']);
    expect(survivalQuestion({ group: 'branch' }, known).group).toBe('branch');
  });

  it('may be a table of one’s own, whose columns have telling names', () => {
    expect(survivalQuestion({ table: 'trial' }, known)).toMatchObject({
      table: 'trial',
      time: 'days',
      event: 'died',
      group: '',
    });
    const without = { ...known, rows: { customer: 0 } };
    expect(survivalQuestion({}, without).table).toBe('trial');
  });
});

describe('views of the sample bank', () => {
  let bank: Dataset;
  beforeAll(async () => {
    bank = await makeSampleDataset({ customers: 2000, months: 24, seed: 7 }, silentControl);
  });

  it('say who is silent, what they hold and what became of such customers', async () => {
    const result = await risk(bank, {}, silentControl);
    expect(leadOfRisk(result, en)).toMatch(
      /^[\d,]+ customers \([\d.]+%\) have been silent .*; they hold ¥[\d.]+[KMB]\. Of customers .* left since\.$/,
    );
    expect(leadOfRisk(result, zh)).toMatch(
      /^[\d,]+ 名客户（[\d.]+%）沉默时间超出其自身习惯，共持有 .*流失。$/,
    );
    expect(tilesOf(result, en).map(({ id }) => id)).toEqual([
      'atRisk',
      'aum',
      'expected',
      'lost',
      'closed',
      'auc',
    ]);
    const { model } = bandsView(result, en);
    if (model.kind !== 'bar') throw new Error('no bars');
    expect(model.items.map(({ tone }) => tone)).toEqual([
      ...Array.from({ length: 4 }, () => 'muted'),
      ...Array.from({ length: 3 }, () => 'primary'),
    ]);
    expect(ratesView(result, en).footer).toMatch(/AUC 0\.\d\d/);
  });

  it('list customers masked, with the rhythm as the reason', async () => {
    const result = await risk(bank, { limit: 3 }, silentControl);
    const { model, title } = listView(result, true, en);
    if (model.kind !== 'table') throw new Error('no table');
    expect(title).toBe('Call these 3 customers first');
    expect(model.rows).toHaveLength(3);
    for (const { key, cells } of model.rows) {
      expect(cells[0]).toMatch(new RegExp(`\\*.*${key}$`));
      expect(cells.at(-1)).toMatch(/every \d+ days$/);
    }
  });

  it('say how many are left after five years, and which group differs', async () => {
    const result = await survival(bank, { group: 'age' }, silentControl);
    expect(survivalView(result, en).title).toMatch(/% are still here after 5 years$/);
    expect(survivalView(result, zh).title).toMatch(/^满 5 年时仍有 .*% 留存$/);
    const { model } = survivalView(result, en);
    if (model.kind !== 'step') throw new Error('no curves');
    expect(model.groups.map(({ label }) => label)).toContain('up to 29');
    for (const { times, values } of model.groups) expect(values).toHaveLength(times.length);
    expect(leadOfSurvival(result, en)).toMatch(/^After 5 years, /);
    expect(hazardView(result, en).model.kind).toBe('bar');
  });
});

describe('views of a table of one’s own', () => {
  it('speak of an event in the unit of the file', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i + 1, i % 2, i % 2 === 0 ? 'a' : 'b']);
    const dataset = {
      ...bankOf([]),
      others: { trial: tableOf('trial', ['days', 'died', 'arm'], rows) },
    };
    const asked = { table: 'trial', time: 'days', event: 'died', group: 'arm' };
    const result = await survival(dataset, asked, silentControl);
    expect(survivalView(result, en).title).toMatch(/^\d+(\.\d+)?% without the event at \d+$/);
    expect(leadOfSurvival(result, en)).toContain('have not had the event yet.');
    expect(survivalView(result, en).footer).toContain('log-rank p');
  });
});
