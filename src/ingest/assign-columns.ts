import type { Field, Table } from '../model/field';
import type { Evidence } from './import-draft';
import { headerOf, matchName } from './match-name';
import { knownCodes, weighValues, type SampledColumn } from './match-values';

/** A column taken for a field, or competing for it. */
export type Proposal = {
  readonly column: number;
  readonly field: string;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

export type Assignment = {
  /** At most one proposal per column and per field. */
  readonly taken: readonly Proposal[];
  /** Columns left over that fit a field as well as the one that has it. */
  readonly rivals: readonly Proposal[];
};

const worthKeeping = 0.45;
/** Two names this close are equally good: the choice between them is not ours. */
const asGood = 0.04;

type Candidate = Proposal & {
  readonly codeShare: number;
  readonly hasCodes: boolean;
  readonly isWeak: boolean;
};

/** Values that all stand in a field's list of codes speak for it even under a strange header. */
function withCodes(
  column: SampledColumn,
  field: Field,
  named: number,
): { confidence: number; share: number; evidence: readonly Evidence[] } {
  const { known, of } = knownCodes(column, field);
  const share = of === 0 ? 0 : known / of;
  const evidence: readonly Evidence[] = [
    { code: 'value.codes', values: { list: field.codes ?? '', known, of } },
  ];
  if (known === 0) return { confidence: named, share, evidence: [] };
  if (named > 0)
    return { confidence: share >= 0.9 && of >= 2 ? Math.min(0.97, named + 0.2) : named, share, evidence };
  const isWords = column.distinct.some((value) => !/^\d+$/.test(value));
  if (isWords && share === 1 && of >= 2) return { confidence: 0.8, share, evidence };
  if (isWords && share >= 0.8 && of >= 3) return { confidence: 0.65, share, evidence };
  return { confidence: 0, share, evidence };
}

function candidatesOf(columns: readonly SampledColumn[], table: Table): Candidate[] {
  const candidates: Candidate[] = [];
  const needed = new Set((table.oneOf ?? []).flat());
  const isNeeded = ({ name, required }: Field) => required === true || needed.has(name);
  for (const column of columns) {
    const header = headerOf(column.name);
    for (const field of table.fields) {
      const name = matchName(header, field, table);
      const weighed = weighValues(name?.confidence ?? 0, column, field, isNeeded(field));
      const coded = withCodes(column, field, weighed.confidence);
      if (coded.confidence < worthKeeping) continue;
      candidates.push({
        column: column.index,
        field: field.name,
        confidence: coded.confidence,
        evidence: [...(name ? [name.evidence] : []), ...weighed.evidence, ...coded.evidence],
        codeShare: coded.share,
        hasCodes: field.codes !== undefined,
        isWeak: name?.evidence.code === 'name.weak',
      });
    }
  }
  return candidates.map((one) =>
    isOutdone(one, candidates) ? { ...one, confidence: one.confidence * 0.6 } : one,
  );
}

/**
 * True when another field's list knows (nearly) all values of the column and this field's list does not. A name of a
 * product (活期存款) may read like a code; a field without a list is no worse for that.
 */
function isOutdone(one: Candidate, all: readonly Candidate[]): boolean {
  if (!one.hasCodes) return false;
  return all.some(
    (other) =>
      other.column === one.column &&
      other.field !== one.field &&
      other.codeShare >= 0.9 &&
      one.codeShare < 0.5,
  );
}

/**
 * Which column of a file is which field of a table, by names and values: best match first, each column and each field
 * once.
 *
 * @param given file column → field or null (leave out), as a person or a mapping file settled it
 */
export function assignColumns(
  columns: readonly SampledColumn[],
  table: Table,
  given: Readonly<Record<string, string | null>> = {},
): Assignment {
  const settled = columns.flatMap((column): Proposal[] => {
    const field = given[column.name];
    return field === undefined || field === null
      ? []
      : [{ column: column.index, field, confidence: 1, evidence: [{ code: 'given', values: {} }] }];
  });
  const open = columns.filter((column) => given[column.name] === undefined);
  const fieldOrder = new Map(table.fields.map((field, index) => [field.name, index]));
  const candidates = candidatesOf(open, table).sort(
    (a, b) =>
      b.confidence - a.confidence ||
      (fieldOrder.get(a.field) ?? 0) - (fieldOrder.get(b.field) ?? 0) ||
      a.column - b.column,
  );
  const columnsTaken = new Set(settled.map((one) => one.column));
  const fieldsTaken = new Set(settled.map((one) => one.field));
  const taken: Candidate[] = [];
  for (const candidate of candidates) {
    if (columnsTaken.has(candidate.column) || fieldsTaken.has(candidate.field)) continue;
    taken.push(candidate);
    columnsTaken.add(candidate.column);
    fieldsTaken.add(candidate.field);
  }
  const rivals = candidates.filter((one) => {
    const winner = taken.find((other) => other.field === one.field);
    return (
      winner !== undefined && !columnsTaken.has(one.column) && winner.confidence - one.confidence <= asGood
    );
  });
  return { taken: [...settled, ...taken.map((one) => strengthen(one, candidates, columnsTaken))], rivals };
}

/** A weak name is good enough when the values fit and no other column could be meant. */
function strengthen(one: Candidate, all: readonly Candidate[], columnsTaken: ReadonlySet<number>): Proposal {
  const { column, field, confidence, evidence } = one;
  const isAlone = !all.some(
    (other) => other.field === field && other.column !== column && !columnsTaken.has(other.column),
  );
  const isDoubted = evidence.some(({ code }) => code === 'value.against');
  if (!one.isWeak || !isAlone || isDoubted || confidence >= 0.9)
    return { column, field, confidence, evidence };
  return { column, field, confidence: 0.9, evidence: [...evidence, { code: 'value.only-one', values: {} }] };
}
