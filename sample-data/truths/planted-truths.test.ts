import { describe, expect, it } from 'vitest';
import { dictionaryValue } from '../../src/columns/dictionary';
import { isNull } from '../../src/columns/column';
import { float64Column, int32Column, textColumn } from '../../src/columns/frame';
import manifest from '../manifest.json';
import { bestAri, truthsInShort } from '../manifest';
import { drawHidden } from '../model/hidden';
import { LAST_MONTH } from '../model/calendar';
import { DEFAULT_SAMPLE } from '../model/sample-bank';
import { bestAuc } from './best-auc';
import { plantedTruths } from './planted-truths';

describe('bestAuc', () => {
  it('is the chance that a case of the first kind outranks one of the second, over all pairs and outcomes', () => {
    // Two cases, p = 0.2 and 0.6: events 0.8, others 1.2; 0.6 above 0.8 of the other, ties with themselves ½.
    const below = 0.6 * 0.8 + (0.2 * 0.8) / 2 + (0.6 * 0.4) / 2;
    expect(bestAuc(Float64Array.of(0.6, 0.2))).toBeCloseTo(below / (0.8 * 1.2), 12);
  });

  it('is ½ where all cases are alike', () => {
    expect(bestAuc(new Float64Array(50).fill(0.1))).toBeCloseTo(0.5, 12);
  });

  it('is not a number without a case that could go either way', () => {
    expect(bestAuc(new Float64Array(0))).toBeNaN();
  });
});

describe('the truths planted in the sample bank', () => {
  it('are those that the manifest promises', () => {
    for (const { options, truths } of manifest.samples) expect(truthsInShort(options)).toEqual(truths);
  });

  it('make leaving hard to foresee: no score has an AUC outside 0.78–0.88 on average', () => {
    const [sample] = manifest.samples;
    expect(sample?.options).toEqual(DEFAULT_SAMPLE);
    for (const options of [DEFAULT_SAMPLE, { customers: 6000, months: 24, seed: 43 }]) {
      const { truth_month: frame } = plantedTruths(options);
      const auc = bestAuc(float64Column(frame, 'hazard').values.filter((hazard) => hazard > 0));
      expect(auc).toBeGreaterThan(0.78);
      expect(auc).toBeLessThan(0.88);
    }
  });

  it('make groups hard to tell apart: who sees all traits agrees by 0.85–0.95', () => {
    for (const options of [DEFAULT_SAMPLE, { customers: 6000, months: 24, seed: 43 }]) {
      const ari = bestAri(options);
      expect(ari).toBeGreaterThan(0.85);
      expect(ari).toBeLessThan(0.95);
    }
  });

  it('let leavers leave as often as the hazard says', () => {
    const { membership } = drawHidden(DEFAULT_SAMPLE);
    const { months } = DEFAULT_SAMPLE;
    // Months by tenth of the hazard: expected and drawn leavers.
    const cases = Array.from(membership.hazard, (hazard, row) => ({ hazard, row })).filter(
      ({ hazard }) => hazard > 0,
    );
    cases.sort((one, other) => one.hazard - other.hazard);
    for (let tenth = 0; tenth < 10; tenth++) {
      const part = cases.slice((cases.length * tenth) / 10, (cases.length * (tenth + 1)) / 10);
      const expected = part.reduce((sum, { hazard }) => sum + hazard, 0);
      const drawn = part.filter(
        ({ row }) => membership.leaveMonth[Math.floor(row / months)] === row % months,
      ).length;
      expect(Math.abs(drawn - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it('know every reason, and a last month for all who leave and for nobody else', () => {
    const { truth_customer: frame } = plantedTruths(DEFAULT_SAMPLE);
    const reasons = textColumn(frame, 'reason');
    const left = int32Column(frame, 'leave_month');
    const seen = new Set<string>();
    for (let row = 0; row < frame.rowCount; row++) {
      const reason = dictionaryValue(reasons.dictionary, reasons.codes[row] ?? 0);
      seen.add(reason);
      expect(isNull(left.nulls, row)).toBe(reason === 'stays');
      if (reason === 'stays') continue;
      expect(left.values[row]).toBeGreaterThan(LAST_MONTH - DEFAULT_SAMPLE.months);
      expect(left.values[row]).toBeLessThanOrEqual(LAST_MONTH);
    }
    expect([...seen].sort()).toEqual(['closed', 'dormant', 'salary_moved', 'stays', 'transferred']);
  });
});
