import type { ChartKind, ChartLanguage, ChartOption } from '../chart-kind';
import type { StepGroup, StepModel, TableModel } from '../chart-model';
import { readIndexes } from '../scene/read-indexes';
import { layoutSteps } from './step.layout';
import { lastReading, limitsAt, valueAt } from './step-words';

export const steps: ChartKind<StepModel> = {
  layout: layoutSteps,
  options: stepOptions,
  summary: summarise,
  table: stepTable,
};

const interval = (group: StepGroup, time: number, { unit }: StepModel, { f }: ChartLanguage): string => {
  const limits = limitsAt(group, time);
  return limits === null
    ? f.missing
    : `${f.value(limits.low, unit, 'exact')}–${f.value(limits.high, unit, 'exact')}`;
};

const hasLimits = ({ groups }: StepModel): boolean => groups.some(({ lower }) => lower !== undefined);

/** An option per group and reading: left and right in time, up and down between groups. A group is what is selected. */
export function stepOptions(model: StepModel, language: ChartLanguage): readonly ChartOption[] {
  const { groups, readings, readingLabels, unit, start } = model;
  const { t, f } = language;
  const isChinese = f.locale === 'zh';
  const isOne = groups.length === 1;
  return groups.flatMap((group, row) =>
    readIndexes(groups.length, readings.length).map((at, column): ChartOption => {
      const time = readings[at] ?? 0;
      const value = valueAt(group, start, time);
      const label = readingLabels[at] ?? f.count(time);
      const n = f.count(group.atRisk[at] ?? null, 'exact');
      const spoken = [
        ...(isOne ? [] : [group.label]),
        label,
        f.spoken(value, unit),
        t('chart.at-risk-n', { n }),
      ].join(isChinese ? '，' : ', ');
      return {
        id: `${group.key}|${String(at)}`,
        key: group.key,
        name: group.label,
        row,
        column,
        spoken: spoken + (isChinese ? '。' : '.'),
        copied: f.value(value, unit, 'exact'),
        title: isOne ? label : `${label} · ${group.label}`,
        facts: [
          ...(isOne
            ? [{ label: model.valueLabel, value: f.value(value, unit, 'exact') }]
            : groups.map((other) => ({
                label: other.label,
                value: f.value(valueAt(other, start, time), unit, 'exact'),
              }))),
          ...(isOne && hasLimits(model)
            ? [{ label: t('chart.interval'), value: interval(group, time, model, language) }]
            : []),
          { label: t('chart.at-risk'), value: n },
        ],
        canSelect: !isOne,
      };
    }),
  );
}

/** A row per group and reading. */
export function stepTable(model: StepModel, { t, f }: ChartLanguage): TableModel {
  const { groups, readings, readingLabels, unit, start } = model;
  const withLimits = hasLimits(model);
  return {
    kind: 'table',
    columns: [
      { key: 'group', label: model.groupLabel },
      { key: 'time', label: model.timeLabel },
      { key: 'value', label: model.valueLabel, unit },
      ...(withLimits
        ? [
            { key: 'lower', label: t('chart.lower'), unit },
            { key: 'upper', label: t('chart.upper'), unit },
          ]
        : []),
      { key: 'at-risk', label: t('chart.at-risk'), unit: 'count' },
    ],
    rows: groups.flatMap((group) =>
      readings.map((time, index) => {
        const limits = limitsAt(group, time);
        return {
          key: `${group.key}|${String(index)}`,
          selects: group.key,
          cells: [
            group.label,
            readingLabels[index] ?? f.count(time),
            valueAt(group, start, time),
            ...(withLimits ? [limits?.low ?? null, limits?.high ?? null] : []),
            group.atRisk[index] ?? null,
          ],
        };
      }),
    ),
  };
}

function summarise(model: StepModel, { t, f }: ChartLanguage): string {
  const isChinese = f.locale === 'zh';
  const count = t('chart.groups', { n: f.count(model.groups.length) });
  const parts = [`${t('chart.step')}${isChinese ? '，' : ', '}${count}${isChinese ? '。' : '.'}`];
  for (const group of model.groups) {
    const last = lastReading(group, model);
    if (last === null) continue;
    const month = model.readingLabels[last.index] ?? '';
    parts.push(t('chart.latest', { name: group.label, month, value: f.spoken(last.value, model.unit) }));
  }
  parts.push(t('chart.hint'));
  return parts.join(isChinese ? '' : ' ');
}
