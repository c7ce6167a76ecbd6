import { readCodes } from '../model/codes';
import type { Field } from '../model/field';
import { flagOf } from './cells/parse-flag';
import type { Evidence } from './import-draft';
import type { ColumnProfile, Inspection } from './table';

/** One column of an inspected file with its sampled values. */
export type SampledColumn = {
  readonly index: number;
  readonly name: string;
  readonly profile: ColumnProfile;
  /** Filled values of the sample, as written. */
  readonly values: readonly string[];
  readonly distinct: readonly string[];
};

/** Texts that exports write for "unknown". */
export const missingTexts: readonly string[] = [
  '?',
  'NA',
  'N/A',
  'NULL',
  'null',
  '\\N',
  '--',
  '-',
  'None',
  'nan',
  'NaN',
];

export function sampledColumns(inspection: Inspection): readonly SampledColumn[] {
  return inspection.profiles.map((profile, index) => {
    const values: string[] = [];
    for (const row of inspection.sample) {
      const value = row[index]?.trim() ?? '';
      if (value !== '' && !missingTexts.includes(value)) values.push(value);
    }
    return {
      index,
      name: inspection.header[index] ?? profile.name,
      profile,
      values,
      distinct: [...new Set(values)],
    };
  });
}

/** Whether a column of numbers can be one of days as Excel counts them, should it be one of days at all. */
export const isSerial = ({ date, serial }: ColumnProfile): boolean => serial >= 0.95 && date.share < 0.5;

const shareOf = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const monthText = /^\d{4}[-/.年]?(0?[1-9]|1[0-2])月?$/u;
const timeText = /^\d{1,2}:?\d{2}(:?\d{2})?(\.\d+)?$/u;
const rateText = /^[-+]?\d+(\.\d+)?(%|bp|‰)?$/iu;
const moneyText = /^[-+(]?[￥¥$€£]?[-+]?[\d,，]+(\.\d+)?\)?-?[万亿元]?$/u;

/** Share of a column's values that a list of codes knows. */
export function knownCodes(column: SampledColumn, field: Field): { known: number; of: number } {
  if (field.codes === undefined || column.distinct.length === 0 || column.distinct.length > 200) {
    return { known: 0, of: column.distinct.length };
  }
  return { known: readCodes(field.codes, column.distinct).size, of: column.distinct.length };
}

/** Values of a column that occur once each are not codes. */
const looksLikeCodes = (column: SampledColumn): boolean =>
  column.distinct.length <= 200 && (column.values.length < 20 || column.profile.uniqueness < 0.5);

/**
 * The share of a column's values that can be of the field's type, 0–1. An empty column speaks neither for nor against:
 * 1.
 */
export function fitsType(column: SampledColumn, field: Field): number {
  const { profile, values } = column;
  if (values.length === 0) return 1;
  switch (field.type) {
    case 'day':
      return Math.max(profile.date.share, profile.serial);
    case 'month':
      return Math.max(
        profile.date.share,
        profile.serial,
        shareOf(values, (value) => monthText.test(value)),
      );
    case 'time':
      return shareOf(values, (value) => timeText.test(value));
    case 'money':
      return Math.max(
        profile.numeric,
        shareOf(values, (value) => moneyText.test(value)),
      );
    case 'number':
      return profile.numeric;
    case 'rate':
      return shareOf(values, (value) => rateText.test(value));
    case 'flag':
      return shareOf(values, (value) => flagOf(value) !== null);
    case 'code':
      return looksLikeCodes(column) ? 1 : 0.5;
    case 'id':
      return profile.numeric > 0.9 && profile.integer < 0.9 ? 0.3 : 1;
    case 'text':
    case 'key':
      return 1;
  }
}

/** How far values that do not fit lower a confidence, with the evidence. @param isNeeded the table cannot do without the field */
export function weighValues(
  confidence: number,
  column: SampledColumn,
  field: Field,
  isNeeded: boolean,
): { confidence: number; evidence: readonly Evidence[] } {
  // Without a name only a list of codes can still speak for the column.
  if (confidence === 0 && field.codes === undefined) return { confidence, evidence: [] };
  const fit = fitsType(column, field);
  if (column.values.length === 0 || field.type === 'text') return { confidence, evidence: [] };
  const share = Math.round(fit * 1000) / 1000;
  if (fit < 0.95) {
    // A name that says it all stays in the check band, so that the values are refused and not the file passed over.
    const factor = fit >= 0.7 ? 0.85 : fit >= 0.3 ? 0.7 : isNeeded && confidence >= 0.95 ? 0.64 : 0.4;
    return {
      confidence: confidence * factor,
      evidence: [{ code: 'value.against', values: { expected: field.type, share } }],
    };
  }
  if (field.type === 'day' || field.type === 'month') {
    const format = column.profile.date.format ?? (isSerial(column.profile) ? 'excel-1900' : 'yyyymm');
    return { confidence, evidence: [{ code: 'value.date', values: { share, format } }] };
  }
  if (field.type === 'money' || field.type === 'number' || field.type === 'rate') {
    return { confidence, evidence: [{ code: 'value.number', values: { share } }] };
  }
  if (field.type === 'id') {
    const unique = Math.round(column.profile.uniqueness * 1000) / 1000;
    return { confidence, evidence: [{ code: 'value.unique', values: { share: unique } }] };
  }
  return { confidence, evidence: [] };
}
