import { expect, it } from 'vitest';
import { measures, metricIds } from '../../dataset/measures';
import { metricMessages } from './metrics.messages';
import { overviewMetrics } from './metrics';

it('has one record for every measure', () => {
  expect(overviewMetrics.map((metric) => metric.id).sort()).toEqual([...metricIds].sort());
});

it('says in both languages what each is', () => {
  for (const { label, definition } of overviewMetrics) {
    for (const key of [label, definition]) {
      expect(metricMessages[key].en).not.toBe('');
      expect(metricMessages[key].zh).toMatch(/\p{Script=Han}/u);
    }
  }
});

it('measures what it needs', () => {
  for (const metric of overviewMetrics) {
    expect(metric.needs.some((need) => need.split('.')[0] === measures[metric.id].table)).toBe(true);
    expect(metric.additive).toBe(measures[metric.id].additive);
  }
});
