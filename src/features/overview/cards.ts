import type { Card, LentCard } from '../feature';

const marks = { select: true, drill: true, brush: false, dragAlternative: true } as const;
const readOnly = { select: false, drill: false, brush: false, dragAlternative: true } as const;

/** The cards of the Overview, by the ids that links and tests know them by. */
export const overviewCards = [
  card('OV1', 'ov1.question', 'bar', ['balance'], 'money', 'accounting', readOnly, 'L'),
  card('OV2', 'ov2.name', 'bar', ['customer'], 'metric', 'value', marks, 'L'),
  card('OV3', 'ov3.question', 'bar', ['customer'], 'percent', 'choice', readOnly, 'L'),
  card(
    'OV4',
    'ov4.question',
    'line',
    ['transaction'],
    'metric',
    'time',
    { ...marks, drill: false, brush: true },
    'L',
  ),
  card('OV5', 'ov5.question', 'bar', ['product'], 'metric', 'value', marks, 'L'),
  card('OV6', 'ov6.question', 'bar', ['transaction.channel'], 'count', 'value', marks, 'L'),
  card(
    'OV7',
    'ov7.question',
    'bar',
    ['transaction'],
    'money',
    'time',
    { ...marks, drill: false, brush: true },
    'L',
  ),
  card('OV8', 'ov8.question', 'bar', ['transaction.type'], 'count', 'value', { ...marks, drill: false }, 'L'),
] as const satisfies readonly Card[];

export type OverviewCardId = (typeof overviewCards)[number]['id'];

function card<Id extends string>(
  id: Id,
  question: string,
  kind: Card['kind'],
  needs: readonly string[],
  unit: Card['unit'],
  sort: Card['sort'],
  interactions: Card['interactions'],
  height: Card['height'],
): Card & { readonly id: Id } {
  return { id, page: 'overview', question, kind, needs, unit, sort, maxMarks: 120, interactions, height };
}

/** Lent to Customer 360: what this customer's transactions are for. */
export const customerMixCard: LentCard = {
  ...card(
    'C7',
    'ov8.question',
    'bar',
    ['transaction.type'],
    'count',
    'value',
    { ...marks, drill: false },
    'L',
  ),
  page: 'customer-360',
  columns: 6,
  load: () => import('./CustomerMix.svelte'),
};
