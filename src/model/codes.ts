/** Lists of codes that the product knows the meaning of. Labels in both languages stand in `i18n/codes.messages.ts`. */
export type CodeListName =
  | 'direction'
  | 'holder-role'
  | 'channel'
  | 'transaction-type'
  | 'product'
  | 'customer-type'
  | 'gender'
  | 'currency';

/**
 * What banks write for a code, by list and canonical code, separated by `|`. Compared after {@link normaliseCode}.
 * `direction` is that of customer statements: 贷 = in, 借 = out. PRIJEM … are the codes of the PKDD'99 bank.
 * A digit means something only in a list of digits, so `1` and `2` are tried after all others.
 */
const spellings: Readonly<Record<CodeListName, Readonly<Record<string, string>>>> = {
  direction: {
    credit: 'credit|c|cr|贷|贷方|收|收入|入|入账|存|存入|in|inflow|deposit|+|prijem|income|received',
    debit:
      'debit|d|dr|db|借|借方|付|支|支出|付出|出|出账|取|out|outflow|withdrawal|-|vydaj|vyber|expense|paid|payment',
  },
  'holder-role': {
    owner: 'owner|primary|main|holder|户主|主账户人|主户|本人|所有人|o',
    joint: 'joint|co-owner|coowner|共有人|联名|联名人|共同持有人',
    authorised: 'authorised|authorized|disponent|user|delegate|授权人|代理人|被授权人',
  },
  channel: {
    counter: 'counter|branch|teller|柜面|柜台|网点|otc',
    atm: 'atm|自助|自助设备|存取款机|crs',
    pos: 'pos|pos机|刷卡|商户',
    web: 'web|internet|online|ebank|internetbanking|网银|网上银行|个人网银|企业网银',
    mobile: 'mobile|app|mobilebanking|手机银行|手机|移动银行|掌上银行|mbank',
    third_party: 'thirdparty|第三方|第三方支付|快捷支付|支付宝|微信|微信支付|财付通|银联在线',
    phone: 'phone|telephone|callcentre|callcenter|电话银行|电话|客服中心',
    system: 'system|batch|auto|系统|批量|系统自动|自动',
  },
  'transaction-type': {
    salary: 'salary|payroll|wages|工资|代发工资|代发|payslip',
    transfer_in: 'transferin|转入|汇入|来账|转账收入|prevodzuctu|incomingtransfer',
    transfer_out: 'transferout|转出|汇出|往账|转账支出|prevodnaucet|outgoingtransfer',
    card_spend: 'cardspend|purchase|消费|刷卡消费|pos消费|salespos|cardpayment',
    cash_deposit: 'cashdeposit|存现|存款|现金存入|现存|vklad',
    cash_withdrawal: 'cashwithdrawal|取现|取款|现金支取|现取|vyber|vyberkartou|atmwithdrawal',
    bill_payment: 'billpayment|缴费|代扣|代缴|生活缴费|水电费',
    loan_repayment: 'loanrepayment|还款|贷款还款|还贷|贷款扣款',
    investment_buy: 'investmentbuy|申购|认购|购买理财|理财购买|基金申购',
    investment_redeem: 'investmentredeem|赎回|理财赎回|基金赎回|理财到期',
    interest: 'interest|利息|结息|存款利息|付息',
    fee: 'fee|fees|手续费|服务费|年费|工本费|charge',
  },
  product: {
    current: 'current|checking|demand|活期|活期存款|活期储蓄|结算账户',
    savings: 'savings|saving|储蓄|储蓄存款|通知存款',
    term_deposit: 'termdeposit|fixeddeposit|timedeposit|cd|定期|定期存款|整存整取|大额存单|定期储蓄',
    wealth: 'wealth|wealthmanagement|理财|理财产品|银行理财',
    fund: 'fund|mutualfund|基金|公募基金',
    insurance: 'insurance|保险|代理保险',
    credit_card: 'creditcard|信用卡|贷记卡',
    mortgage: 'mortgage|housingloan|homeloan|房贷|住房贷款|按揭|个人住房贷款|住房按揭',
    consumer_loan: 'consumerloan|personalloan|消费贷|消费贷款|个人消费贷款|信用贷',
    corporate_loan: 'corporateloan|businessloan|对公贷款|企业贷款|流动资金贷款|经营贷',
  },
  'customer-type': {
    personal: 'personal|individual|retail|person|个人|对私|个人客户|零售|p|i',
    corporate: 'corporate|company|business|enterprise|对公|公司|企业|机构|同业|对公客户|公司客户|c',
  },
  gender: {
    male: 'male|m|man|男|男性',
    female: 'female|f|w|woman|女|女性',
    unknown: 'unknown|未知|不详|未说明',
  },
  currency: {
    CNY: 'cny|rmb|156|人民币|cnh|元|01',
    USD: 'usd|840|美元|us$|14',
    EUR: 'eur|978|欧元|38',
    HKD: 'hkd|344|港币|港元|13',
    JPY: 'jpy|392|日元|日圆|27',
    GBP: 'gbp|826|英镑|12',
    AUD: 'aud|036|澳元|澳大利亚元',
    CZK: 'czk|203|kc|kč',
    CHF: 'chf|756|瑞士法郎',
    SGD: 'sgd|702|新加坡元|新元',
  },
};

/** Digits that stand for a code only when every value of the column is such a digit. */
const digits: Partial<Readonly<Record<CodeListName, Readonly<Record<string, string>>>>> = {
  direction: { '1': 'debit', '2': 'credit' },
  'customer-type': { '1': 'personal', '2': 'corporate' },
  gender: { '1': 'male', '2': 'female', '0': 'unknown', '9': 'unknown' },
};

/** Full-width to half-width, lower case, without blanks, `_`, brackets and a leading `01-` or `01|` before a name. */
export function normaliseCode(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()[\]【】（）]/gu, '')
    .replace(/^\d{1,3}[-|:.](?=\D)/u, '');
}

const readings: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries(spellings).map(([list, codes]) => [
    list,
    new Map(
      Object.entries(codes).flatMap(([code, texts]) => [
        [normaliseCode(code), code] as const,
        ...texts.split('|').map((text) => [normaliseCode(text), code] as const),
      ]),
    ),
  ]),
);

/** The canonical codes of a list. */
export function codesOf(list: CodeListName): readonly string[] {
  return Object.keys(spellings[list]);
}

/**
 * What each value of a column means in a list of codes. Values that the list does not know are left out; digits count
 * only when all values are known digits.
 */
export function readCodes(list: CodeListName, values: readonly string[]): ReadonlyMap<string, string> {
  const byText = readings[list] ?? new Map<string, string>();
  const known = new Map<string, string>();
  for (const value of values) {
    const code = byText.get(normaliseCode(value));
    if (code !== undefined) known.set(value, code);
  }
  const byDigit = digits[list];
  if (known.size > 0 || byDigit === undefined) return known;
  for (const value of values) {
    const code = byDigit[value.trim()];
    if (code === undefined) return new Map();
    known.set(value, code);
  }
  return known;
}
