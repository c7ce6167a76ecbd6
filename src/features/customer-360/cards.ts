import type { Card } from '../feature';

const readOnly = { select: false, drill: false, brush: false, dragAlternative: true } as const;

/** The cards that Customer 360 has of its own; other features lend more. */
export const customerCards: readonly Card[] = [
  {
    id: 'C1',
    page: 'customer-360',
    question: 'c1.question',
    kind: 'line',
    needs: ['balance'],
    unit: 'money',
    sort: 'time',
    maxMarks: 200,
    interactions: { ...readOnly, brush: true },
    height: 'L',
  },
  {
    id: 'C3',
    page: 'customer-360',
    question: 'c3.question',
    kind: 'bar',
    needs: ['transaction'],
    unit: 'money',
    sort: 'time',
    maxMarks: 80,
    interactions: { select: true, drill: false, brush: true, dragAlternative: true },
    height: 'L',
  },
  {
    id: 'C5',
    page: 'customer-360',
    question: 'attributes.title',
    kind: 'table',
    needs: ['customer'],
    unit: 'metric',
    sort: 'choice',
    maxMarks: 60,
    interactions: readOnly,
    height: 'L',
  },
  {
    id: 'C6',
    page: 'customer-360',
    question: 'c6.question',
    kind: 'table',
    needs: ['account'],
    unit: 'money',
    sort: 'choice',
    maxMarks: 60,
    interactions: readOnly,
    height: 'L',
  },
];
