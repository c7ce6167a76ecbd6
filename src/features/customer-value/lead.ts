import type { BtydResult } from './btyd-result';
import { moneyWord, whole, type Speech } from './card-view';
import type { MoneyResult } from './money-so-far';

type Model = Omit<BtydResult, 'published'>;
type Money = Omit<MoneyResult, 'published'>;

/** Why there is no model, as a sentence. */
export function refusalText({ refusal, repeatCustomers }: Model, { t, f }: Speech): string {
  if (refusal === null) return '';
  return t(`refused.${refusal.reason}`, {
    n: f.count(repeatCustomers, 'exact'),
    needed: f.count(refusal.needed, 'exact'),
  });
}

/** Who is still there and what they brought, in one or two sentences. */
export function leadOf(model: Model | null, money: Money | null, speech: Speech): string {
  const { t, f, locale } = speech;
  const sentences: string[] = [];
  if (model?.outlook) {
    const { customers, alive, expected } = model.outlook;
    const words = {
      customers: f.count(customers, 'exact'),
      alive: whole(alive, speech),
      share: f.percent(customers > 0 ? alive / customers : null),
      expected: whole(expected, speech),
    };
    sentences.push(t('lead.alive', words));
  } else if (model?.refusal) {
    sentences.push(t('lead.refused', { reason: refusalText(model, speech) }));
  }
  if (money?.total != null) {
    const { total, topTenthShare } = money;
    const said = `lead.${moneyWord(money)}` as const;
    const words = { money: f.money(total), share: f.percent(topTenthShare) };
    sentences.push(t(topTenthShare === null ? `${said}-alone` : said, words));
  }
  return sentences.join(locale === 'zh' ? '' : ' ');
}
