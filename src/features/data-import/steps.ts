/** The steps of the wizard in their order; the last one of `places` is what stays behind: the report. */
export const steps = ['files', 'read', 'map', 'check', 'load'] as const;
export type Step = (typeof steps)[number];
export type Place = Step | 'report';

/** How far the files on their way in have come. */
export type Standing = {
  readonly hasDraft: boolean;
  readonly isReading: boolean;
  readonly isRead: boolean;
  readonly isLoading: boolean;
  readonly isLoaded: boolean;
  /** Reading or loading failed: the reason stands where it happened. */
  readonly hasFailed: boolean;
};

const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);

/** The place that an address names, or the nearest one before it that makes sense now. */
export function placeFor(wanted: string | undefined, standing: Standing): Place {
  if (wanted === 'report') return 'report';
  const place: Step = isStep(wanted) ? wanted : 'files';
  if (place === 'files') return 'files';
  if (!standing.hasDraft) return 'files';
  if (place === 'read' || place === 'map') return place;
  if (standing.isLoaded) return 'report';
  if (place === 'load' && standing.isLoading) return 'load';
  const hasChecked = standing.isReading || standing.isRead || standing.isLoading || standing.hasFailed;
  return hasChecked ? 'check' : 'map';
}

export type StepMark = {
  readonly id: Step;
  readonly number: number;
  readonly state: 'done' | 'current' | 'ahead';
  /** A step behind the current one can be opened again until the data are loaded. */
  readonly canOpen: boolean;
};

export function stepMarks(place: Place, standing: Standing): readonly StepMark[] {
  const at = place === 'report' ? steps.length : steps.indexOf(place);
  const isFixed = standing.isLoading || place === 'report';
  return steps.map((id, index) => ({
    id,
    number: index + 1,
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
    canOpen: index < at && !isFixed,
  }));
}

export function stepBefore(place: Place): Step | null {
  if (place === 'report') return null;
  return steps[steps.indexOf(place) - 1] ?? null;
}
