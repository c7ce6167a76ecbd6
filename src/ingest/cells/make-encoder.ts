import { monthOfDay } from '../../base/calendar-day';
import { withPoint } from '../decimal-mark';
import type { Kernel } from '../kernel/kernel';
import type { ColumnPlan } from '../table';
import type { ColumnEncoder } from './column-encoder';
import { MissingTexts } from './missing-texts';
import { NumberEncoder, type CellParser } from './number-encoder';
import { dayParser, NO_DAY, NOT_A_DAY, parseTime, plainDay } from './parse-day';
import { parseFlag } from './parse-flag';
import { moneyOf, moneyScale, parseMoney } from './parse-money';
import { parseMonth } from './parse-month';
import { parseNumber, type CellRule } from './parse-number';
import { parseRate } from './parse-rate';
import { TextColumnEncoder } from './text-encoder';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const COMMA = 44;
const POINT = 46;

/**
 * The encoder of a column's type; null for a column that is left out or never comes from a file.
 * @param kernel in whose memory the chunks are, if in any
 */
export function makeEncoder(plan: ColumnPlan, kernel: Kernel | null): ColumnEncoder | null {
  const pointed = plan.decimal === ',' ? marksSwapped : (parse: CellParser): CellParser => parse;
  const missing = new MissingTexts(plan.missing ?? []);
  const isRequired = plan.required === true;
  const numeric = (
    kind: 'float64' | 'int32',
    parse: CellParser,
    rule: CellRule,
    empty: { readonly whenEmpty?: number } = {},
  ): ColumnEncoder => new NumberEncoder({ kind, parse, why: () => rule, missing, isRequired, ...empty });
  switch (plan.type) {
    case 'skip':
    case 'key':
      return null;
    case 'id':
    case 'text':
    case 'code':
      return new TextColumnEncoder({ missing, isId: plan.type === 'id', kernel });
    case 'number':
      return numeric('float64', pointed(parseNumber), 'cell.not-a-number');
    case 'rate': {
      const per = plan.scale ?? 1;
      return numeric(
        'float64',
        pointed((bytes, start, end) => parseRate(bytes, start, end, per)),
        'cell.not-a-rate',
      );
    }
    case 'money': {
      const scale = moneyScale(plan.scale ?? 100);
      return new NumberEncoder({
        kind: 'float64',
        parse: pointed((bytes, start, end) => parseMoney(bytes, start, end, scale)),
        why: (bytes, start, end) => {
          const rule = moneyOf(withPoint(decoder.decode(bytes.subarray(start, end)), plan.decimal), scale);
          return typeof rule === 'number' ? 'cell.not-a-number' : rule;
        },
        missing,
        isRequired,
      });
    }
    case 'day':
      return numeric('int32', dayCell(plan), 'cell.not-a-date');
    case 'month': {
      const day = dayCell(plan);
      return numeric(
        'int32',
        (bytes, start, end) => {
          const month = parseMonth(bytes, start, end);
          if (!Number.isNaN(month)) return month;
          const value = day(bytes, start, end);
          return Number.isFinite(value) ? monthOfDay(value) : value;
        },
        'cell.not-a-date',
      );
    }
    case 'time':
      return numeric('int32', plan.hasSeconds === true ? secondsCell : parseTimeCell, 'cell.not-a-time');
    case 'flag':
      return numeric('int32', parseFlag, 'cell.not-yes-or-no', plan.blankIsNo ? { whenEmpty: 0 } : {});
  }
}

/** Reads a number whose decimals stand behind a comma: point and comma change places first. */
function marksSwapped(parse: CellParser): CellParser {
  let room = new Uint8Array(64);
  return (bytes, start, end) => {
    const length = end - start;
    if (room.length < length) room = new Uint8Array(length * 2);
    for (let i = 0; i < length; i++) {
      const c = bytes[start + i] as number;
      room[i] = c === COMMA ? POINT : c === POINT ? COMMA : c;
    }
    return parse(room, 0, length);
  };
}

function dayCell(plan: ColumnPlan): CellParser {
  const parse = dayParser(plan.dateFormat ?? 'yyyy-mm-dd');
  return (bytes, start, end) => {
    let day = parse(bytes, start, end);
    if (day === NOT_A_DAY) day = plainDay(bytes, start, end);
    return day > NO_DAY ? day : day === NOT_A_DAY ? NaN : Infinity;
  };
}

const clockDigits = /^\d{1,6}$/;

/** A time in which digits alone are HHMMSS, with or without the zeros at their front. */
const secondsCell: CellParser = (bytes, start, end) => {
  const text = decoder.decode(bytes.subarray(start, end));
  if (!clockDigits.test(text)) return parseTimeCell(bytes, start, end);
  const full = encoder.encode(text.padStart(6, '0'));
  return parseTime(full, 0, full.length);
};

/** A time by itself, or the one behind a date and a blank or `T`. */
const parseTimeCell: CellParser = (bytes, start, end) => {
  let from = start;
  for (let i = end - 1; i > start; i--) {
    if (bytes[i] !== 32 && bytes[i] !== 84) continue;
    from = i + 1;
    break;
  }
  return parseTime(bytes, from, end);
};
