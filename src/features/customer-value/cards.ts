import type { Card } from '../feature';

const readOnly = { select: false, drill: false, brush: false, dragAlternative: true } as const;

/** The cards of Value, by the ids that links and tests know them by. */
export const valueCards: readonly Card[] = [
  card('VA1', 'va1.question', 'bar', 'money', 'value'),
  card('VA7', 'va7.question', 'line', 'count', 'time'),
  card('VA10', 'va10.question', 'bar', 'count', 'accounting'),
  card('VA8', 'va8.question', 'bar', 'count', 'accounting'),
  card('VA9', 'va9.question', 'bar', 'score', 'accounting'),
  { ...card('VA6', 'va6.question', 'table', 'score', 'value'), interactions: { ...readOnly, drill: true } },
];

function card(
  id: string,
  question: string,
  kind: Card['kind'],
  unit: Card['unit'],
  sort: Card['sort'],
): Card {
  return {
    id,
    page: 'customer-value',
    question,
    kind,
    needs: ['transaction'],
    unit,
    sort,
    maxMarks: 120,
    interactions: readOnly,
    height: 'L',
  };
}
