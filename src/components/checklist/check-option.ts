/** One value of a dimension: its name, and how many customers it has under the other filters. */
export type CheckOption = {
  readonly key: string;
  readonly label: string;
  readonly customers?: number | null;
  /** Options of one group stand together under its name. */
  readonly group?: string;
};

export type CheckRow =
  | { readonly kind: 'group'; readonly label: string }
  | { readonly kind: 'option'; readonly option: CheckOption; readonly isEmpty: boolean };

/** Rows to show: those that match the text, by group in order of appearance, options without customers last. */
export function checkRows(options: readonly CheckOption[], text: string): readonly CheckRow[] {
  const wanted = text.trim().toLowerCase();
  const matching = options.filter(
    ({ key, label }) => label.toLowerCase().includes(wanted) || key.toLowerCase().includes(wanted),
  );
  const groups = new Map<string, CheckOption[]>();
  for (const option of matching) {
    const group = option.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  const isEmpty = ({ customers }: CheckOption) => customers === 0;
  return [...groups].flatMap(([label, members]): CheckRow[] => [
    ...(label === '' ? [] : [{ kind: 'group', label } as const]),
    ...[...members.filter((one) => !isEmpty(one)), ...members.filter(isEmpty)].map((option): CheckRow => ({
      kind: 'option',
      option,
      isEmpty: isEmpty(option),
    })),
  ]);
}
