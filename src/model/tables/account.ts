import { accountIdField, customerIdField, field, table } from '../declare';

export const productNames =
  'prod product prod_code product_id prod_id product_name cpdm chanpin_daima 产品代码 产品编号 产品名称 产品 业务品种 存款种类 储种';

export const account = table(
  'account',
  {
    view: 'accounts',
    label: ['Account', '账户'],
    about: [
      'One row per account. Its customer stands here or in the holder table.',
      '每个账户一行。所属客户在本表或持有人表中给出。',
    ],
    fileNames: 'account accounts acct acc zhanghu 账户 帐户 存款 存款账户',
  },
  [
    accountIdField(true),
    customerIdField(),
    field('code', 'product_code', {
      label: ['Product', '产品代码'],
      about: ['Product of the account.', '账户所属产品。'],
      names: productNames,
      codes: 'product',
    }),
    field('code', 'product_type', {
      label: ['Product type', '产品类型'],
      about: ['Family of the product.', '产品大类。'],
      names:
        'prod_type product_family account_type acct_type product_category cplx 产品类型 产品类别 产品大类 账户类型 账户种类',
      weakNames: 'type 类型',
      codes: 'product',
    }),
    field('code', 'currency', {
      label: ['Currency', '币种'],
      about: ['Currency of all amounts of the row.', '本行金额的币种。'],
      names: 'ccy curr currency_code cur bz bizhong 币种 币别 货币 货币代码',
      codes: 'currency',
    }),
    field('money', 'balance', {
      label: ['Balance', '余额'],
      about: ['Balance on the day of the file.', '导出当日余额。'],
      names:
        'bal current_balance account_balance acct_bal ledger_balance end_balance ye yue zhye 余额 账户余额 当前余额 账面余额 期末余额 存款余额 日终余额',
    }),
    field('money', 'avg_balance_month', {
      label: ['Average balance of the month', '月日均余额'],
      about: ['Average daily balance of the month.', '当月日均余额。'],
      names:
        'adb avg_balance average_balance monthly_avg_balance mtd_avg_bal yrj yuerijun 月日均 月日均余额 日均余额',
    }),
    field('money', 'avg_balance_year', {
      label: ['Average balance of the year', '年日均余额'],
      about: ['Average daily balance of the year.', '当年日均余额。'],
      names: 'yearly_avg_balance ytd_avg_bal nrj nianrijun 年日均 年日均余额 季日均',
    }),
    field('rate', 'rate', {
      label: ['Interest rate', '利率'],
      about: ['Interest rate paid or charged, kept as a fraction.', '执行利率，以小数保存。'],
      names: 'interest_rate int_rate lilv 利率 执行利率 年利率',
    }),
    field('rate', 'ftp_rate', {
      label: ['Transfer price', '内部转移价格'],
      about: ['Funds transfer price, kept as a fraction.', '内部资金转移价格，以小数保存。'],
      names: 'ftp ftp_price transfer_price FTP价格 内部转移价格 FTP利率',
    }),
    field('number', 'term_months', {
      label: ['Term in months', '期限（月）'],
      about: ['Agreed term.', '约定期限。'],
      names: 'term tenor term_month maturity_months qixian 期限 存期 期限月',
    }),
    field('day', 'open_date', {
      label: ['Open date', '开户日'],
      about: ['Day on which the account was opened.', '账户开立日期。'],
      names: 'opened opening_date account_open_date start_date khrq kaihuri 开户日 开户日期 起息日 开立日期',
      weakNames: 'date created 日期',
    }),
    field('day', 'maturity_date', {
      label: ['Maturity date', '到期日'],
      about: ['Day on which the term ends.', '到期日期。'],
      names: 'maturity due_date end_date dqr daoqiri 到期日 到期日期',
    }),
    field('day', 'close_date', {
      label: ['Close date', '销户日期'],
      about: ['Day on which the account was closed.', '账户销户日期。'],
      names: 'closed closing_date closed_date xhrq xiaohuriqi 销户日期 销户日 关户日期',
    }),
    field('code', 'status', {
      label: ['Status', '账户状态'],
      about: ['Normal, dormant, frozen or closed.', '正常、睡眠、冻结或销户。'],
      names: 'account_status acct_status state zhzt zhuangtai 账户状态 状态 帐户状态',
    }),
    field('id', 'branch_id', {
      label: ['Branch', '开户机构'],
      about: ['Branch that keeps the account.', '账户开户机构。'],
      names: 'branch org_id org branch_no branch_code jgh 开户机构 开户网点 机构号 网点号 所属机构 开户行',
    }),
    field('id', 'region_id', {
      label: ['Region number', '地区编号'],
      about: ['Region of the branch that keeps the account.', '账户所在网点的地区编号。'],
      names: 'district_id district_code region_code area_code 地区编号 地区代码',
    }),
  ],
);

export const balance = table(
  'balance',
  {
    view: 'balances',
    label: ['Monthly balance', '月度余额'],
    about: [
      'One row per account (or customer and product) and month. Rebuilt from the balances after each transaction when no file gives it.',
      '每个账户（或客户加产品）每月一行。无此文件时由交易后余额推算。',
    ],
    fileNames: 'balance balances monthly_balance snapshot yue 余额 月末余额 时点余额',
    oneOf: [
      ['customer_id', 'account_id'],
      ['balance', 'avg_balance'],
    ],
  },
  [
    accountIdField(),
    customerIdField(),
    field('code', 'product_code', {
      label: ['Product', '产品代码'],
      about: ['Product of the balance.', '余额所属产品。'],
      names: productNames,
      codes: 'product',
    }),
    field('month', 'month', {
      label: ['Month', '月份'],
      about: ['Month at whose end the balance stood.', '余额所属月份（月末）。'],
      names:
        'year_month yearmonth month_id data_month period stat_month tjyf yuefen 月份 年月 统计月份 数据月份 账期 数据日期 snapshot_date data_date as_of_date stat_date',
      weakNames: 'date 日期',
      required: true,
    }),
    field('money', 'balance', {
      label: ['End balance', '月末余额'],
      about: ['Balance at the end of the month.', '月末时点余额。'],
      names:
        'bal end_balance month_end_balance account_balance ye 余额 月末余额 账户余额 时点余额 期末余额 aum',
    }),
    field('money', 'avg_balance', {
      label: ['Average balance', '月日均余额'],
      about: ['Average daily balance of the month.', '当月日均余额。'],
      names: 'adb average_balance avg_balance_month monthly_avg_balance 月日均 月日均余额 日均余额 日均',
    }),
  ],
);

export const holder = table(
  'holder',
  {
    view: 'holders',
    label: ['Holder', '账户持有人'],
    about: [
      'Who may use which account. Every amount belongs to the owner, so sums over customers equal sums over accounts.',
      '账户与客户的关系。金额只归主账户人，客户合计与账户合计一致。',
    ],
    fileNames:
      'holder holders disp disposition account_holder account_customer relation 持有人 账户关系 户主',
  },
  [
    field('id', 'holder_id', {
      label: ['Holder ID', '关系编号'],
      about: ['Number of the link between a customer and an account.', '客户与账户关系的编号。'],
      names: 'disp_id disposition_id holder_no 关系编号 持有人编号',
    }),
    accountIdField(true),
    customerIdField(true),
    field('code', 'role', {
      label: ['Role', '持有角色'],
      about: [
        'Owner, joint holder or authorised user. Without roles the first holder is the owner.',
        '户主、共有人或授权人。无角色时首位持有人视为户主。',
      ],
      names: 'holder_type holder_role disp_type relation_type ownership 角色 持有角色 关系类型 户主标志',
      weakNames: 'type 类型',
      codes: 'holder-role',
    }),
  ],
);

export const standingOrder = table(
  'standing_order',
  {
    view: 'standing_orders',
    label: ['Standing order', '定期转账'],
    about: ['Payments that the customer has ordered to repeat.', '客户约定的定期付款。'],
    fileNames: 'order orders standing_order standing_orders permanent_order 定期转账 约定转账 委托扣款',
  },
  [
    field('id', 'order_id', {
      label: ['Order ID', '委托编号'],
      about: ['Number of the order.', '委托编号。'],
      names: 'standing_order_id order_no 委托编号 约定编号 协议号',
    }),
    accountIdField(true),
    field('id', 'counterparty_acct', {
      label: ['Payee account', '收款账号'],
      about: ['Account that receives the payment.', '收款方账号。'],
      names: 'account_to to_account payee_account opp_acct beneficiary_account 收款账号 对方账号 收款人账号',
      sensitivity: 'C2',
    }),
    field('text', 'counterparty_bank', {
      label: ['Payee bank', '收款行'],
      about: ['Bank that receives the payment.', '收款方开户行。'],
      names: 'bank_to to_bank payee_bank bank 收款行 对方行名 收款银行',
    }),
    field('money', 'amount', {
      label: ['Amount', '金额'],
      about: ['Amount of each payment.', '每次付款金额。'],
      names: 'amt order_amount payment_amount 金额 付款金额 转账金额',
      required: true,
    }),
    field('text', 'purpose', {
      label: ['Purpose', '用途'],
      about: ['What the payment is for.', '付款用途。'],
      names: 'k_symbol payment_type reason 用途 付款用途 摘要',
    }),
  ],
);
