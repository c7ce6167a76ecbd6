import { expect, it } from 'vitest';
import { calibrationDays, choicesOf } from './choices';

it('takes from a link what it can understand', () => {
  expect(choicesOf({})).toEqual({ model: 'auto', calibrationEnd: 'auto' });
  expect(choicesOf({ model: 'bg-nbd', calibrationEnd: '1997-09-30' })).toEqual({
    model: 'bg-nbd',
    calibrationEnd: '1997-09-30',
  });
  expect(choicesOf({ model: 'crystal-ball', calibrationEnd: 'soon' })).toEqual(choicesOf({}));
});

it('offers the ends of the months of the data, and what is chosen', () => {
  expect(calibrationDays('2026-01-15', '2026-03-31', 'auto')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
  ]);
  expect(calibrationDays('2026-01-15', '2026-02-27', '2026-02-10')).toEqual(['2026-01-31', '2026-02-10']);
  expect(calibrationDays(null, null, 'auto')).toEqual([]);
});
