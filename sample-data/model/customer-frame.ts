import { firstDayOfMonth } from '../../src/base/calendar-day';
import { emptyBitmap, setNull, type Column } from '../../src/columns/column';
import { dictionaryOf, type Dictionary } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import type { Bank } from './bank';
import { LAST_MONTH } from './calendar';
import type { CustomerNames } from './identifiers';
import { companyTrades } from './names';
import { branches, type RelationshipManager } from './organisation';
import { cities, educations, maritals, occupations } from './population';
import { textColumnOf, textColumnOfStrings } from './text-columns';

/** One row per customer. What only persons have is null for companies, and the other way round. */
export function customerFrame(
  bank: Bank,
  managers: readonly RelationshipManager[],
  numbers: Dictionary,
  names: CustomerNames,
): Frame {
  const p = bank.population;
  const { count, persons } = p;
  const lastDay = firstDayOfMonth(LAST_MONTH + 1) - 1;
  const text = (values: readonly string[], codeOf: (i: number) => number): Column =>
    textColumnOf(
      Int32Array.from({ length: count }, (_, i) => codeOf(i)),
      count,
      dictionaryOf(values),
    );
  const ofPersons = (values: readonly string[], codes: Uint8Array): Column =>
    text(values, (i) => (i < persons ? (codes[i] as number) : -1));
  const noCompany = emptyBitmap(count);
  for (let i = persons; i < count; i++) setNull(noCompany, i);
  const nulls = persons < count ? noCompany : null;
  const ages = new Float64Array(count);
  for (let i = 0; i < persons; i++) ages[i] = Math.floor((lastDay - (p.birthDay[i] as number)) / 365.25);
  const incomes = new Float64Array(count);
  incomes.set(p.income.subarray(0, persons));
  const districts = [...new Set(branches.map((branch) => branch.district))];
  const industries = [...new Set(companyTrades.map((trade) => trade.industry))];
  return {
    name: 'customer',
    rowCount: count,
    columns: {
      customer_id: textColumnOf(
        Uint32Array.from({ length: count }, (_, i) => i),
        count,
        numbers,
      ),
      name: textColumnOf(names.of, count, dictionaryOf(names.texts)),
      type: text(['personal', 'corporate'], (i) => (i < persons ? 0 : 1)),
      gender: ofPersons(['male', 'female'], p.female),
      birth_date: { kind: 'int32', values: p.birthDay.slice(), nulls },
      age: { kind: 'float64', values: ages, nulls },
      education: ofPersons(educations, p.education),
      marital: ofPersons(maritals, p.marital),
      occupation: ofPersons(occupations, p.occupation),
      industry: text(industries, (i) =>
        i < persons ? -1 : industries.indexOf(companyTrades[p.trade[i] as number]?.industry ?? '制造业'),
      ),
      monthly_income: { kind: 'float64', values: incomes, nulls },
      city: text(cities, (i) => p.city[i] as number),
      // A district of another city would need its own list; the bank writes none.
      district: text(districts, (i) =>
        p.city[i] === 0 ? districts.indexOf(branches[p.district[i] as number]?.district ?? '') : -1,
      ),
      open_date: { kind: 'int32', values: p.openDay.slice(), nulls: null },
      risk_level: text(['C1', 'C2', 'C3', 'C4', 'C5'], (i) => p.risk[i] as number),
      rm_id: textColumnOfStrings(Array.from(p.manager, (manager) => managers[manager]?.id ?? null)),
      branch_id: textColumnOfStrings(Array.from(p.branch, (branch) => branches[branch]?.id ?? null)),
      is_payroll: { kind: 'int32', values: Int32Array.from(p.payroll), nulls },
      consent: { kind: 'int32', values: Int32Array.from(p.consent), nulls: null },
    },
  };
}
