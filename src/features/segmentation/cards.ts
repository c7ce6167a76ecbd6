import type { Card } from '../feature';

const marks = { select: true, drill: true, brush: false, dragAlternative: true } as const;

/** The cards of Segments, by the ids that links and tests know them by. */
export const segmentationCards = [
  card('SG1', 'sg1.question', 'pareto', ['customer'], 'money', 'choice', marks, 4),
  card('SG2', 'sg2.question', 'table', ['customer'], 'count', 'choice', marks, 8),
  card('SG3', 'sg3.question', 'heatmap', ['transaction'], 'count', 'choice', marks, 25),
  card('SG4', 'sg4.question', 'bar', ['transaction'], 'count', 'choice', marks, 11),
  card('SG10', 'sg10.question', 'heatmap', ['transaction'], 'count', 'choice', marks, 8),
] as const satisfies readonly Card[];

function card<Id extends string>(
  id: Id,
  question: string,
  kind: Card['kind'],
  needs: readonly string[],
  unit: Card['unit'],
  sort: Card['sort'],
  interactions: Card['interactions'],
  maxMarks: number,
): Card & { readonly id: Id } {
  return { id, page: 'segmentation', question, kind, needs, unit, sort, maxMarks, interactions, height: 'L' };
}
