import type { Card } from '../feature';

const readOnly = { select: false, drill: false, brush: false, dragAlternative: true } as const;

/** The cards of the page, by the ids that links and tests know them by. */
export const churnCards = [
  card('CH1', 'churn.risk', 'ch1.question', 'bar', ['transaction'], 'count', readOnly, 'L'),
  card('CH9', 'churn.risk', 'ch9.question', 'bar', ['transaction'], 'percent', readOnly, 'L'),
  card(
    'CH3',
    'churn.risk',
    'ch3.question',
    'table',
    ['transaction'],
    'percent',
    { ...readOnly, select: true, drill: true },
    'rows',
  ),
  card('CH4', 'churn.survival', 'ch4.question', 'step', ['account.close_date'], 'percent', readOnly, 'XL'),
  card('CH5', 'churn.survival', 'ch5.question', 'bar', ['account.close_date'], 'percent', readOnly, 'XL'),
] as const satisfies readonly Card[];

function card<Id extends string>(
  id: Id,
  page: string,
  question: string,
  kind: Card['kind'],
  needs: readonly string[],
  unit: Card['unit'],
  interactions: Card['interactions'],
  height: Card['height'],
): Card & { readonly id: Id } {
  const sort = kind === 'table' ? 'value' : 'choice';
  return { id, page, question, kind, needs, unit, sort, maxMarks: 120, interactions, height };
}
