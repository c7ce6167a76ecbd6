import { frequencyBases, moneyBases } from './rfm-measures';
import { rfmDefaults, type RfmParameters } from './rfm';
import { schemeOf, tierSchemeIds } from './tier-schemes';
import { tiersDefaults, valueBases, type TiersParameters } from './tiers';

/** What a link says for one task, by name. */
export type Asked = Readonly<Record<string, string>>;

export const segmentTabs = ['tiers', 'rfm'] as const;
export type SegmentTab = (typeof segmentTabs)[number];

/** The part of the page that a route names: `segments/rfm`. */
export function tabOf(path: readonly string[]): SegmentTab {
  return segmentTabs.find((tab) => tab === path[0]) ?? 'tiers';
}

export const highOptions = ['mean', 'median'] as const;
export const monthOptions = ['3', '6', '12', '24'] as const;

const oneOf = <T extends string>(allowed: readonly T[], text: string | undefined, otherwise: T): T =>
  allowed.find((one) => one === text) ?? otherwise;

/** What the RFM cards ask; a value that means nothing is the default. */
export function rfmQuestion(
  asked: Asked,
): Required<Omit<RfmParameters, 'asOf' | 'filters' | 'seed' | 'limit'>> {
  return {
    frequency: oneOf(frequencyBases, asked['frequency'], rfmDefaults.frequency),
    money: oneOf([rfmDefaults.money, ...moneyBases], asked['money'], rfmDefaults.money),
    months: Number(oneOf(monthOptions, asked['months'], '12')),
    high: oneOf(highOptions, asked['high'], rfmDefaults.high),
  };
}

/** What the tier cards ask; cuts that are not ascending shares are those of the scheme. */
export function tiersQuestion(
  asked: Asked,
): Required<Omit<TiersParameters, 'asOf' | 'filters' | 'seed' | 'limit'>> {
  const scheme = oneOf(tierSchemeIds, asked['scheme'], tiersDefaults.scheme);
  const cuts = (asked['cuts'] ?? '').split(' ').filter((text) => text !== '');
  return {
    scheme,
    value: oneOf([tiersDefaults.value, ...valueBases], asked['value'], tiersDefaults.value),
    cuts: areCuts(cuts.map(Number), schemeOf(scheme).cuts.length) ? cuts.map(Number) : [],
    months: Number(oneOf(monthOptions, asked['months'], '12')),
  };
}

/** Whether numbers can be the ends of tiers: so many, ascending, between 0 and 1. */
export function areCuts(cuts: readonly number[], count: number): boolean {
  return (
    cuts.length === count &&
    cuts.every((cut, place) => cut > 0 && cut < 1 && (place === 0 || cut > (cuts[place - 1] as number)))
  );
}
