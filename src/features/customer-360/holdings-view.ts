import { joinParts } from '../../i18n/join-parts';
import { maskId } from '../../base/masking';
import { codeLabel } from '../../i18n/codes.messages';
import type { CardView, Speech } from './balances-view';
import type { HoldingsResult } from './holdings';

/** C6: the accounts that the customer owns or may use. */
export function holdingsView(result: HoldingsResult, isMasked: boolean, speech: Speech): CardView {
  const { t, f, locale } = speech;
  const { accounts, asOf } = result;
  const own = accounts.filter(({ role }) => role === 'owner').length;
  const largest = Math.max(0, ...accounts.map(({ balance }) => Math.abs(balance ?? 0)));
  const hasStatus = accounts.some(({ status }) => status !== null);
  const hasClosed = accounts.some(({ closeDate }) => closeDate !== null);
  const day = (iso: string | null) => (iso === null ? null : f.day(iso));
  return {
    title: accounts.length === 0 ? t('c6.question') : t('c6.title', { n: accounts.length, own }),
    subtitle: joinParts([t('c6.subtitle'), f.axisUnit(largest, 'money').label, t('c6.owner')]),
    footer: t('footer.accounts', { n: f.count(accounts.length), date: f.day(asOf) }),
    model: {
      kind: 'table',
      columns: [
        { key: 'account', label: t('c6.account') },
        { key: 'product', label: t('c6.product') },
        { key: 'role', label: t('c6.role') },
        { key: 'opened', label: t('c6.opened') },
        ...(hasClosed ? [{ key: 'closed', label: t('c6.closed') }] : []),
        ...(hasStatus ? [{ key: 'status', label: t('c6.status') }] : []),
        { key: 'balance', label: t('c6.balance'), unit: 'money' as const },
      ],
      rows: accounts.map((account) => ({
        key: account.accountId,
        cells: [
          isMasked ? maskId(account.accountId) : account.accountId,
          (locale === 'en' ? account.productNameEn : account.productName) ??
            codeLabel('product', account.productCode, locale),
          codeLabel('holder-role', account.role, locale),
          day(account.openDate),
          ...(hasClosed ? [day(account.closeDate)] : []),
          ...(hasStatus
            ? [account.status === null ? null : codeLabel('account-status', account.status, locale)]
            : []),
          account.balance,
        ],
      })),
    },
  };
}
