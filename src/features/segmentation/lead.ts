import { shareOf, type Speech } from './card-view';
import type { RfmAnswer } from './rfm';
import { quietCells, sumOfShares } from './rfm-view';
import type { TiersAnswer } from './tiers';
import { tierName } from './tiers-view';

/** A part of the lead sentence, and the cells of the grid that it speaks of. */
export type LeadPart = { readonly text: string; readonly cells?: readonly string[] };

/** `Class A is 13% of customers and 80% of AUM; 310 customers fell out of it since 31 Mar 2026.` */
export function leadOfTiers({ tiers, all, value, moves }: TiersAnswer, speech: Speech): readonly LeadPart[] {
  const { t, f } = speech;
  const [first] = tiers;
  const customers = first && shareOf(first.customers, all.customers);
  const share = first && shareOf(first.value, all.value);
  if (!first || customers === undefined || share === undefined || customers === null || share === null)
    return [];
  const name = tierName(first.key, speech);
  const said =
    first.customers === 0
      ? t('lead.none-in', { name })
      : t('lead.tier', {
          name,
          customers: f.percent(customers),
          share: f.percent(share),
          value: t(`value.${value}`),
        });
  const end =
    moves === null || moves.downFromFirst === 0
      ? t('lead.end')
      : t('lead.down', { n: f.count(moves.downFromFirst, 'exact'), date: f.day(moves.since) });
  return [{ text: said + end }];
}

/** `8,098 customers who used to come often have gone quiet. They hold ¥4.1B, 9% of the total.` */
export function leadOfRfm(result: RfmAnswer, speech: Speech): readonly LeadPart[] {
  const { t, f } = speech;
  if (result.refusal !== null) return [];
  const cells = quietCells(result);
  const quiet = sumOfShares(cells);
  if (quiet.customers === 0) return [{ text: t('lead.none-quiet') }];
  const share = shareOf(quiet.money, sumOfShares(result.grid).money);
  const held = result.money === 'balance' ? 'lead.quiet-hold' : 'lead.quiet-brought';
  return [
    {
      text: t('lead.quiet', { n: f.count(quiet.customers, 'exact') }),
      cells: cells.filter(({ customers }) => customers > 0).map(({ key }) => key),
    },
    {
      text:
        share === null ? t('lead.end') : t(held, { money: f.money(quiet.money), share: f.percent(share) }),
    },
  ];
}
