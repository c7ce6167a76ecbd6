import { describe, expect, it } from 'vitest';
import { emptyBank, tinyBank } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import { languageOf } from '../../i18n/language';
import { leadOfRfm, leadOfTiers } from './lead';
import { segmentationMessages } from './messages';
import { rfm } from './rfm';
import { cellsView, gridView, groupsView } from './rfm-view';
import { tiers } from './tiers';
import { curveView, profileView } from './tiers-view';
import { tilesOf } from './tiles';

const en = languageOf(segmentationMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const zh = languageOf(segmentationMessages, { locale: 'zh', units: 'wan', currency: 'CNY' });
const said = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

describe('the view of Segments', () => {
  it('says what the first tier is, in both languages', async () => {
    const result = await tiers(tinyBank(), {}, silentControl);
    expect(said(leadOfTiers(result, en))).toBe('Class A is 50% of customers and 89.7% of AUM.');
    expect(said(leadOfTiers(result, zh))).toBe('A 类客户占客户数的 50%、管理资产的 89.7%。');
    const poor = await tiers(tinyBank(), { filters: { org: 'br:BR1' } }, silentControl);
    expect(said(leadOfTiers(poor, en))).toBe('None of these customers is in Class A.');
  });

  it('draws the curve with a section for each tier, and the tiers as rows that add up', async () => {
    const result = await tiers(tinyBank(), {}, silentControl);
    const { model, title } = curveView(result, en);
    expect(title).toBe('50% of customers make 89.7% of AUM');
    expect(model).toMatchObject({
      kind: 'pareto',
      items: [
        { key: 'A', value: 14000, n: 2 },
        { key: 'B', value: 1600, n: 1 },
        { key: 'C', value: 0, n: 1 },
      ],
      markers: [{ label: '50% make 89.7%' }, { label: '75% make 100%' }],
    });
    const table = profileView(result, en).model;
    expect(table.kind === 'table' && [table.rows.map(({ cells }) => cells[1]), table.total?.[1]]).toEqual([
      [2, 1, 1],
      4,
    ]);
  });

  it('shows how much of each tier the filters keep', async () => {
    const part = await tiers(tinyBank(), { filters: { org: 'br:BR1' } }, silentControl);
    const { model } = profileView(part, en);
    expect(model.kind === 'table' && model.columns.map(({ key }) => key)).toContain('of-tier');
    expect(model.kind === 'table' && model.rows.map(({ cells }) => cells[2])).toEqual([0, 1, 1]);
    expect(tilesOf(part, null, en)[0]).toMatchObject({ value: '2', comparison: '50% of 4' });
  });

  it('puts each share of the scores where it belongs', async () => {
    const result = await rfm(tinyBank(), {}, silentControl);
    const { model } = gridView(result, 'money', en);
    if (model.kind !== 'heatmap') throw new Error('the grid is no heat map');
    expect(model.rows.map(({ key }) => key)).toEqual(['5', '4', '3', '2', '1']);
    for (const [row, cells] of model.cells.entries())
      for (const [column, cell] of cells.entries())
        expect(cell?.key).toBe(`${String(5 - row)}.${String(column + 1)}`);
    const named = cellsView(result, 'mean', zh).model;
    expect(named.kind === 'heatmap' && named.cells.map((row) => row.map((cell) => cell?.label))).toEqual([
      ['重要价值客户', '重要发展客户', '重要保持客户', '重要挽留客户'],
      ['一般价值客户', '一般发展客户', '一般保持客户', '一般挽留客户'],
    ]);
    const bars = groupsView(result, en).model;
    expect(bars.kind === 'bar' && bars.items.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(3);
  });

  it('asks its questions when there is nothing to say', async () => {
    const none = await rfm(emptyBank(), {}, silentControl);
    expect([said(leadOfRfm(none, en)), gridView(none, 'customers', en).title]).toEqual([
      '',
      'Where are the best and the fading customers?',
    ]);
    expect(groupsView(none, en).title).toBe('How big is each named group?');
    const nobody = await tiers(emptyBank(), {}, silentControl);
    expect([said(leadOfTiers(nobody, en)), curveView(nobody, zh).title]).toEqual([
      '',
      '多少客户创造了价值？',
    ]);
  });
});
