import type { CodeListName } from './codes';
import type { Field, FieldType, Sensitivity, Table } from './field';

type Pair = readonly [en: string, zh: string];

type FieldText = {
  readonly label: Pair;
  readonly about: Pair;
  /** Header names, separated by blanks; inside a name an underscore stands for a blank. */
  readonly names?: string;
  readonly weakNames?: string;
  readonly sensitivity?: Sensitivity;
  readonly codes?: CodeListName;
  readonly required?: true;
};

type TableText = {
  readonly view: string;
  readonly label: Pair;
  readonly about: Pair;
  readonly fileNames: string;
  readonly oneOf?: readonly (readonly string[])[];
};

const words = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(/\s+/).filter((word) => word !== '');

const usuallyIdentifying: ReadonlySet<FieldType> = new Set(['money']);

/** A field of a canonical table. Money is C2 unless it says otherwise, everything else C1. */
export function field(type: FieldType, name: string, text: FieldText): Field {
  return {
    name,
    type,
    ...(text.required === undefined ? {} : { required: text.required }),
    sensitivity: text.sensitivity ?? (usuallyIdentifying.has(type) ? 'C2' : 'C1'),
    synonyms: words(text.names),
    ...(text.weakNames === undefined ? {} : { weakSynonyms: words(text.weakNames) }),
    ...(text.codes === undefined ? {} : { codes: text.codes }),
    label: { en: text.label[0], zh: text.label[1] },
    description: { en: text.about[0], zh: text.about[1] },
  };
}

export function table(name: string, text: TableText, fields: readonly Field[]): Table {
  return {
    name,
    view: text.view,
    label: { en: text.label[0], zh: text.label[1] },
    description: { en: text.about[0], zh: text.about[1] },
    fileNames: words(text.fileNames),
    fields,
    ...(text.oneOf === undefined ? {} : { oneOf: text.oneOf }),
  };
}

/** The number under which the bank knows a customer: the same words in every table. */
export function customerIdField(required?: true): Field {
  return field('id', 'customer_id', {
    label: ['Customer ID', '客户号'],
    about: [
      'The number under which the bank knows the customer. Text: leading zeros count.',
      '银行内部识别客户的编号。按文本处理，前导零有意义。',
    ],
    names:
      'cust_no cust_id cust_num client_id client_no cif cif_no cif_id cifno ecif ecif_no party_id customer_number customer_no customer_num customer_code customer client cust custno kehu_hao kehuhao khh kh_id khbh kehu_bianhao ci_no 客户号 客户编号 客户代码 客户ID 客户标识 CIF号 CIF编号 核心客户号 ECIF号 客户内码 会员号 member_id related_customer',
    weakNames: 'user_id',
    sensitivity: 'C2',
    ...(required ? { required } : {}),
  });
}

export function accountIdField(required?: true): Field {
  return field('id', 'account_id', {
    label: ['Account ID', '账号'],
    about: [
      'The account, as the core banking system numbers it. Both 账 and 帐 occur in headers.',
      '核心系统中的账户编号，表头中“账”“帐”均常见。',
    ],
    names:
      'acct_no acct_id acct_num account_number account_no account_num acc_no acc_id acctno ac_no foracid zhanghao zhang_hao zh zhbh zhanghu_hao 账号 帐号 账户号 帐户号 账户编号 主账号 主帐号 账户ID 交易账号 交易帐号 本方账号 客户账号 负债账号',
    weakNames: 'account acct 账户 卡号 card_no',
    sensitivity: 'C2',
    ...(required ? { required } : {}),
  });
}
