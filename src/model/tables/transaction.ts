import { accountIdField, customerIdField, field, table } from '../declare';
import { productNames } from './account';

export const transaction = table(
  'transaction',
  {
    view: 'transactions',
    label: ['Transaction', '交易'],
    about: [
      'One row per booking. In memory and in the view the amount is signed: money coming in is positive.',
      '每笔记账一行。系统内及视图中金额带符号：收入为正，支出为负。',
    ],
    fileNames:
      'transaction transactions trans trx txn txns tran journal ledger flow statement purchases jiaoyi liushui 交易 交易明细 流水 明细 对账单',
    oneOf: [
      ['customer_id', 'account_id'],
      ['amount', 'debit_amount', 'credit_amount'],
    ],
  },
  [
    field('id', 'txn_id', {
      label: ['Transaction ID', '流水号'],
      about: ['Number of the booking.', '交易流水号。'],
      names:
        'trace_no serial serial_no transaction_id trans_id tran_id trx_id txn_no trans_no journal_no seq_no reference reference_no lsh liushuihao jylsh 流水号 交易流水号 交易序号 交易编号 核心流水号 全局流水号 序号',
    }),
    customerIdField(),
    accountIdField(),
    field('day', 'txn_date', {
      label: ['Date', '交易日期'],
      about: ['Day of the booking.', '交易记账日期。'],
      names:
        'date trans_date transaction_date tran_date trx_date posting_date post_date booking_date value_date purchase_date order_date datetime timestamp jyrq jiaoyi_riqi rq 交易日期 记账日期 入账日期 记帐日期 日期 交易日 发生日期 会计日期',
      weakNames: '交易时间',
      required: true,
    }),
    field('time', 'txn_time', {
      label: ['Time', '交易时间'],
      about: ['Time of day.', '交易发生时间。'],
      names: 'time trans_time transaction_time tran_time jysj jiaoyi_shijian 交易时间 时间 记账时间',
    }),
    field('money', 'amount', {
      label: ['Amount', '交易金额'],
      about: [
        'Amount of the booking. Signed by the direction column, by separate debit and credit columns, or by its own sign.',
        '交易金额。方向取自借贷标志、借贷两列或金额自身符号。',
      ],
      names:
        'amt trans_amt trans_amount transaction_amount tran_amt tran_amount trx_amt txn_amt txn_amount dollar_value spend sales_amount jyje jiaoyi_jine je jine 交易金额 发生额 金额 消费金额 交易发生额',
      weakNames: 'value total price sum',
    }),
    field('money', 'debit_amount', {
      label: ['Debit amount', '借方发生额'],
      about: ['Money out, when in and out have columns of their own.', '支出金额（收支分列时）。'],
      names:
        'debit dr_amount withdrawal withdrawals paid_out money_out jffse 借方发生额 借方金额 借方 支出 支出金额 付款金额',
    }),
    field('money', 'credit_amount', {
      label: ['Credit amount', '贷方发生额'],
      about: ['Money in, when in and out have columns of their own.', '收入金额（收支分列时）。'],
      names:
        'credit cr_amount deposit deposits paid_in money_in dffse 贷方发生额 贷方金额 贷方 收入 收入金额 存入金额',
    }),
    field('code', 'dc_flag', {
      label: ['Direction', '借贷标志'],
      about: [
        'Direction as the bank writes it on customer statements: credit = money in, debit = money out.',
        '按客户对账单口径：贷=收入，借=支出。',
      ],
      names:
        'dr_cr drcr dcflag d_c direction dc_indicator debit_credit debit_credit_flag cd_flag movement jdbz jiedai_biaozhi 借贷标志 借贷方向 收支标志 收付标志 收支方向 借贷 借贷标识 方向 收/支',
      weakNames: 'type sign',
      codes: 'direction',
    }),
    field('code', 'currency', {
      label: ['Currency', '币种'],
      about: ['Currency of the amount.', '交易币种。'],
      names: 'ccy curr currency_code cur bz bizhong 币种 币别 货币 交易币种',
      codes: 'currency',
    }),
    field('money', 'balance_after', {
      label: ['Balance after', '交易后余额'],
      about: [
        'Balance of the account after the booking. Month-end balances are rebuilt from it when no file gives them.',
        '交易后账户余额。无月度余额文件时据此推算月末余额。',
      ],
      names:
        'running_balance balance bal available_balance closing_balance clr_bal_amt after_balance post_balance jyhye zhye ye yue 余额 交易后余额 联机余额 账户余额 当前余额',
    }),
    field('code', 'type', {
      label: ['Transaction type', '交易类型'],
      about: ['Kind of booking.', '交易类型。'],
      names:
        'trans_type transaction_type tran_type trx_type txn_type operation tran_code trans_code txn_code txn_description jylx jiaoyi_leixing 交易类型 交易码 交易代码 交易种类 业务类型',
      weakNames: 'type 类型 category',
      codes: 'transaction-type',
    }),
    field('text', 'summary', {
      label: ['Summary', '摘要'],
      about: ['Free text of the booking: purpose, narrative, memo.', '交易附言：用途、摘要、备注。'],
      names:
        'memo narrative description note remark remarks details particulars particular narration notifications k_symbol zy zhaiyao beizhu 摘要 摘要码 备注 附言 用途 交易摘要 摘要说明',
      sensitivity: 'C2',
    }),
    field('code', 'channel', {
      label: ['Channel', '渠道'],
      about: ['Where the customer did it.', '客户办理交易的渠道。'],
      names:
        'channel_code trans_channel txn_channel channel_type channel_id jyqd qudao 交易渠道 渠道 渠道代码 渠道类型',
      codes: 'channel',
    }),
    field('code', 'product_code', {
      label: ['Product', '产品代码'],
      about: [
        'Product of the account, or of the booking when the file says so.',
        '交易所属产品，缺省取账户产品。',
      ],
      names: productNames,
      codes: 'product',
    }),
    field('id', 'counterparty_acct', {
      label: ['Counterparty account', '对方账号'],
      about: ['Account on the other side.', '交易对手账号。'],
      names:
        'opp_acct counterparty_account opposite_account other_account payee_account beneficiary_account account_to opp_account dfzh duifang_zhanghao 交易对手账卡号 对方账号 对方帐号 对手账号 交易对手账号 对方账户',
      weakNames: 'account counterparty',
      sensitivity: 'C2',
    }),
    field('text', 'counterparty_name', {
      label: ['Counterparty name', '对方户名'],
      about: ['Name on the other side.', '交易对手名称。'],
      names:
        'opp_name payee beneficiary merchant_name dfhm 对方户名 对方名称 交易对手 对手户名 对手名称 商户名称',
      weakNames: 'counterparty',
      sensitivity: 'C2',
    }),
    field('text', 'counterparty_bank', {
      label: ['Counterparty bank', '对方行名'],
      about: ['Bank on the other side.', '交易对手开户行。'],
      names:
        'opp_bank bank_to payee_bank other_bank bank dfhh 对方行名 对手开户行 对手开户银行 对方银行 对方开户行 对方行号',
    }),
    field('flag', 'cash_flag', {
      label: ['Cash', '现转标志'],
      about: ['Whether the booking was in cash.', '是否现金交易。'],
      names: 'is_cash cash xzbz 现转标志 现金标志 钞汇标志',
    }),
    field('code', 'country', {
      label: ['Country', '国家地区'],
      about: ['Country of the booking or of the other side.', '交易或对手所在国家地区。'],
      names: 'country_code nation guojia 国家地区 国家 国别 国家代码',
    }),
    field('id', 'branch', {
      label: ['Booking branch', '交易机构'],
      about: ['Branch that booked it; not the branch of the customer.', '交易办理机构，不等于客户归属机构。'],
      names: 'branch_id trans_branch txn_branch branch_code branch_no jyjg 交易机构 交易网点 交易行 机构号',
    }),
    field('id', 'teller', {
      label: ['Teller', '柜员号'],
      about: ['Teller who booked it.', '经办柜员。'],
      names: 'teller_id teller_no operator operator_id guiyuan 柜员号 柜员 操作员',
      weakNames: 'user_id',
    }),
    field('flag', 'reversal_flag', {
      label: ['Reversal', '冲正标志'],
      about: ['Whether the booking takes back another.', '是否冲正交易。'],
      names: 'is_reversal reversal reversed czbz 冲正标志 红蓝字 冲正 红字标志',
    }),
    field('code', 'merchant_mcc', {
      label: ['Merchant category', '商户类别码'],
      about: ['Merchant category code.', '商户类别码（MCC）。'],
      names: 'mcc merchant_code merchant_category 商户类别码 商户类别 MCC码',
    }),
  ],
);
