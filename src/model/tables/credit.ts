import { accountIdField, customerIdField, field, table } from '../declare';

export const loan = table(
  'loan',
  {
    view: 'loans',
    label: ['Loan', '贷款'],
    about: [
      'One row per loan contract, with the outcome when a scored file brings it.',
      '每笔贷款借据一行，评分样本可带好坏标志。',
    ],
    fileNames: 'loan loans credit duebill daikuan 贷款 借据 信贷',
  },
  [
    field('id', 'loan_id', {
      label: ['Loan ID', '借据号'],
      about: ['Number of the loan contract.', '借据或合同编号。'],
      names:
        'contract_no contract_id duebill_no loan_no loan_number jjh hetonghao 借据号 合同号 贷款账号 借据编号 合同编号 贷款合同号',
      weakNames: 'id',
      required: true,
    }),
    customerIdField(),
    accountIdField(),
    field('code', 'loan_type', {
      label: ['Loan type', '贷款品种'],
      about: ['Kind of loan.', '贷款品种。'],
      names: 'loan_product loan_kind dkpz 贷款品种 贷款类型 贷款种类',
      weakNames: 'type product',
    }),
    field('text', 'purpose', {
      label: ['Purpose', '贷款用途'],
      about: ['What the money is for.', '贷款资金用途。'],
      names: 'loan_purpose use_of_funds 贷款用途 用途',
    }),
    field('code', 'guarantee', {
      label: ['Security', '担保方式'],
      about: ['Unsecured, mortgage, pledge or guarantee.', '信用、抵押、质押或保证。'],
      names: 'guarantee_type security collateral_type dbfs 担保方式 担保类型',
    }),
    field('money', 'principal', {
      label: ['Principal', '贷款金额'],
      about: ['Amount lent.', '贷款发放金额。'],
      names:
        'loan_amount loan_amt principal_amount disbursed_amount original_amount amount 发放金额 贷款金额 放款金额 贷款本金 合同金额',
    }),
    field('money', 'balance', {
      label: ['Loan balance', '贷款余额'],
      about: ['Amount still owed.', '尚未偿还的本金。'],
      names:
        'loan_balance outstanding out_prncp outstanding_balance remaining_balance bal dkye 贷款余额 剩余本金 余额',
    }),
    field('rate', 'rate', {
      label: ['Interest rate', '执行利率'],
      about: ['Interest rate charged, kept as a fraction.', '贷款执行利率，以小数保存。'],
      names: 'interest_rate loan_rate int_rate 执行利率 贷款利率 利率',
    }),
    field('number', 'term', {
      label: ['Term in months', '贷款期限'],
      about: ['Agreed term.', '约定期限（月）。'],
      names: 'duration loan_term term_months tenor dkqx 贷款期限 期限',
    }),
    field('day', 'start', {
      label: ['Start date', '发放日'],
      about: ['Day on which the loan was paid out.', '贷款发放日期。'],
      names:
        'start_date disbursement_date loan_date issue_date issue_d granted ffrq 发放日 发放日期 放款日期 贷款日期 起息日',
      weakNames: 'date 日期',
    }),
    field('day', 'maturity', {
      label: ['Maturity date', '到期日'],
      about: ['Day on which the last payment is due.', '贷款到期日。'],
      names: 'maturity_date end_date due_date 到期日 到期日期 贷款到期日',
    }),
    field('number', 'overdue_days', {
      label: ['Days overdue', '逾期天数'],
      about: ['Days past due.', '逾期天数。'],
      names: 'dpd days_past_due yqts 逾期天数',
    }),
    field('money', 'overdue_amt', {
      label: ['Overdue amount', '逾期金额'],
      about: ['Amount past due.', '逾期金额。'],
      names: 'overdue_amount past_due_amount yqje 逾期金额 逾期本金',
    }),
    field('code', 'five_class', {
      label: ['Five-level class', '五级分类'],
      about: ['Normal, special mention, substandard, doubtful or loss.', '正常、关注、次级、可疑、损失。'],
      names: 'loan_class risk_class five_level_class wjfl 五级分类 贷款分类',
    }),
    field('code', 'status', {
      label: ['Status', '贷款状态'],
      about: ['State of the contract, as the bank writes it.', '合同状态，按银行原始代码保存。'],
      names: 'loan_status contract_status state dkzt 贷款状态 状态',
    }),
    field('money', 'collateral_value', {
      label: ['Collateral value', '押品价值'],
      about: ['Appraised value of the collateral.', '押品评估价值。'],
      names: 'collateral appraisal_value 押品价值 抵押物价值 评估价值',
    }),
    field('rate', 'ltv', {
      label: ['Loan to value', '抵押率'],
      about: ['Loan divided by collateral.', '贷款与押品价值之比。'],
      names: 'loan_to_value 抵押率',
    }),
    field('rate', 'dti', {
      label: ['Debt to income', '负债率'],
      about: ['All debt service divided by income.', '全部债务支出与收入之比。'],
      names: 'debt_to_income 负债率 负债收入比',
    }),
    field('rate', 'pti', {
      label: ['Payment to income', '月供收入比'],
      about: ['This payment divided by income.', '月供与月收入之比。'],
      names: 'payment_to_income 月供收入比',
    }),
    field('money', 'monthly_payment', {
      label: ['Monthly payment', '月供'],
      about: ['Instalment per month.', '每月还款额。'],
      names: 'payments payment instalment installment emi yuegong 月供 每月还款额 月还款额',
    }),
    field('number', 'score', {
      label: ['Score', '评分'],
      about: ['Score given at application.', '申请评分。'],
      names: 'credit_score application_score pingfen 评分 信用评分',
    }),
    field('flag', 'bad_flag', {
      label: ['Bad', '好坏标志'],
      about: ['1 = bad outcome.', '1 表示坏样本。'],
      names: 'bad default is_bad default_flag hhbz 好坏标志 违约标志 是否违约 坏客户标志',
    }),
    field('day', 'application_date', {
      label: ['Application date', '申请日期'],
      about: ['Day of the application.', '申请日期。'],
      names: 'apply_date app_date sqrq 申请日期',
    }),
    field('flag', 'approved', {
      label: ['Approved', '审批结果'],
      about: ['Whether the application was approved.', '是否审批通过。'],
      names: 'approval approval_result is_approved 审批结果 是否通过',
    }),
  ],
);

export const card = table(
  'card',
  {
    view: 'cards',
    label: ['Card', '银行卡'],
    about: [
      'One row per card; linked through the customer, the account or the holder.',
      '每张卡一行，经客户、账户或持有人关联。',
    ],
    fileNames: 'card cards credit_card creditcard ka 卡 信用卡 银行卡 卡片',
  },
  [
    field('id', 'card_id', {
      label: ['Card ID', '卡号'],
      about: [
        'Number of the card. A masked number is not unique and is never joined on.',
        '卡号。脱敏卡号不唯一，不用于关联。',
      ],
      names: 'card_no card_number cardno kahao 卡号 卡片号 信用卡号',
      sensitivity: 'C2',
      required: true,
    }),
    customerIdField(),
    accountIdField(),
    field('id', 'holder_id', {
      label: ['Holder ID', '关系编号'],
      about: ['Links to the holder who uses the card.', '关联持卡的账户持有人。'],
      names: 'disp_id disposition_id holder_no 关系编号 持有人编号',
    }),
    field('code', 'type', {
      label: ['Card type', '卡类型'],
      about: ['Kind of card.', '卡种。'],
      names: 'card_type card_product card_level klx 卡类型 卡种 卡产品 卡等级',
      weakNames: 'type 类型',
    }),
    field('money', 'limit', {
      label: ['Credit limit', '授信额度'],
      about: ['Credit limit.', '授信额度。'],
      names: 'credit_limit card_limit credit_line sxed 授信额度 信用额度 额度',
    }),
    field('money', 'balance', {
      label: ['Used limit', '已用额度'],
      about: ['Amount owed on the card.', '已使用额度。'],
      names: 'card_balance used_limit outstanding bal yyed 已用额度 欠款余额 透支余额',
    }),
    field('number', 'points', {
      label: ['Points', '积分'],
      about: ['Reward points.', '积分余额。'],
      names: 'reward_points bonus_points jifen 积分 积分余额',
    }),
    field('money', 'bill', {
      label: ['Statement amount', '账单金额'],
      about: ['Amount of the last statement.', '最近一期账单金额。'],
      names: 'bill_amount statement_balance statement_amount 账单金额 本期账单金额',
    }),
    field('money', 'min_pay', {
      label: ['Minimum payment', '最低还款额'],
      about: ['Least amount to pay.', '最低还款额。'],
      names: 'minimum_payment min_payment 最低还款额',
    }),
    field('text', 'stmt_date', {
      label: ['Statement day', '账单日'],
      about: ['Day of the month on which the statement is made.', '每月账单日。'],
      names: 'statement_date statement_day bill_day zdr 账单日',
    }),
    field('day', 'open_date', {
      label: ['Issue date', '发卡日期'],
      about: ['Day on which the card was issued.', '发卡日期。'],
      names: 'issued issue_date opened card_open_date 发卡日期 开卡日期 发卡日',
      weakNames: 'date 日期',
    }),
    field('day', 'activation', {
      label: ['Activation date', '激活日期'],
      about: ['Day of first use or activation.', '卡片激活日期。'],
      names: 'activation_date activated jhrq 激活日期 激活日',
    }),
    field('flag', 'revolver', {
      label: ['Revolver', '循环标志'],
      about: ['Whether the customer carries a balance.', '是否循环使用额度。'],
      names: 'revolver_flag is_revolver 循环标志 循环客户标志',
    }),
  ],
);

export const holding = table(
  'holding',
  {
    view: 'holdings',
    label: ['Holding', '持仓'],
    about: [
      'Investment products that a customer holds, by date.',
      '客户持有的理财、基金等产品，按日期记录。',
    ],
    fileNames: 'holding holdings position positions wealth fund portfolio 持仓 理财 基金 份额',
    oneOf: [['units', 'market_value', 'cost']],
  },
  [
    customerIdField(true),
    field('code', 'product', {
      label: ['Product', '产品'],
      about: ['Product held.', '持有的产品。'],
      names: 'product_code prod product_id product_name fund_code 产品代码 产品名称 产品 基金代码',
      codes: 'product',
      required: true,
    }),
    field('day', 'date', {
      label: ['Date', '日期'],
      about: ['Day of the position.', '持仓日期。'],
      names: 'position_date as_of_date valuation_date data_date 日期 持仓日期 数据日期 估值日期',
      required: true,
    }),
    field('number', 'units', {
      label: ['Units', '份额'],
      about: ['Units held.', '持有份额。'],
      names: 'shares quantity position fene 份额 持有份额',
    }),
    field('number', 'nav', {
      label: ['Price per unit', '净值'],
      about: ['Net asset value per unit, in major units.', '单位净值（元）。'],
      names: 'net_asset_value unit_price price jingzhi 净值 单位净值',
    }),
    field('money', 'market_value', {
      label: ['Market value', '市值'],
      about: ['Value on the date.', '当日市值。'],
      names: 'mv position_value value shizhi 市值 持仓 持仓市值 持有金额',
    }),
    field('money', 'cost', {
      label: ['Cost', '购买金额'],
      about: ['Amount paid.', '购买成本。'],
      names: 'cost_amount purchase_amount invested 购买金额 成本 投资本金',
    }),
    field('code', 'risk_grade', {
      label: ['Product risk', '风险等级'],
      about: ['Risk grade R1–R5.', '产品风险等级 R1–R5。'],
      names: 'risk_level product_risk 风险等级 产品风险等级',
    }),
    field('flag', 'agent', {
      label: ['Sold for a third party', '代销'],
      about: ['Whether the bank sells it for another house.', '是否代销产品。'],
      names: 'is_agent agency_flag 代销 代销标志',
    }),
  ],
);
