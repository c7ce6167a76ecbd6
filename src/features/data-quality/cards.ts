import type { Card } from '../feature';

const readOnly = { select: false, drill: false, brush: false, dragAlternative: true } as const;

/** The cards of the page, by the ids that links and tests know them by. */
export const qualityCards = [
  card('DQ1', 'data.quality', 'dq1.question', 'table', 'percent', 'rows', { ...readOnly, select: true }),
  card('DQ2', 'data.quality', 'dq2.question', 'bar', 'percent', 'L', { ...readOnly, select: true }),
  card('DQ3', 'data.quality', 'dq3.question', 'multiples', 'count', 'L'),
  card('DQ4', 'data.quality', 'dq4.question', 'histogram', 'count', 'L', { ...readOnly, select: true }),
  card('DQ5', 'data.quality', 'dq5.question', 'bar', 'percent', 'L'),
  card('DQ6', 'data.quality', 'dq6.question', 'table', 'count', 'rows'),
  card('DQ10', 'data.quality', 'dq10.question', 'table', 'count', 'rows'),
  card('DQ7', 'data.tables', 'dq7.question', 'table', 'count', 'rows'),
  card('DQ8', 'data.tables', 'dq8.question', 'table', 'percent', 'rows', { ...readOnly, select: true }),
] as const satisfies readonly Card[];

function card<Id extends string>(
  id: Id,
  page: string,
  question: string,
  kind: Card['kind'],
  unit: Card['unit'],
  height: Card['height'],
  interactions: Card['interactions'] = readOnly,
): Card & { readonly id: Id } {
  const sort = kind === 'multiples' ? 'time' : 'value';
  return { id, page, question, kind, needs: [], unit, sort, maxMarks: 500, interactions, height };
}
