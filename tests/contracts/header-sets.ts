/**
 * Headers as banks, core systems and public tools write them, with the field that each column means. Sets with a
 * `source` are real: headers of public data sets, of exports that banks offer, or of what open-source importers read.
 * They are measured, not learned from: their words come into the synonyms only once the first figure is known.
 */
export type HeaderSet = {
  readonly name: string;
  readonly source: string | null;
  readonly file: string;
  readonly table: string;
  /** `header|kind of values|field`; without a field the column fits none of ours. */
  readonly columns: string;
};

export const headerSets: readonly HeaderSet[] = [
  {
    name: 'Kaggle, Indian bank transactions',
    source: 'data set',
    file: 'bank_transactions.csv',
    table: 'transaction',
    columns: `TransactionID|serial|txn_id
      CustomerID|customer|customer_id
      CustomerDOB|birth|
      CustGender|gender|
      CustLocation|city|
      CustAccountBalance|money|balance_after
      TransactionDate|iso|txn_date
      TransactionTime|time|txn_time
      TransactionAmount (INR)|money|amount`,
  },
  {
    name: 'Kaggle, bank customer churn',
    source: 'data set',
    file: 'Churn_Modelling.csv',
    table: 'customer',
    columns: `RowNumber|count|
      CustomerId|uniqueCustomer|customer_id
      Surname|name|name
      CreditScore|score|
      Geography|country|
      Gender|sex|gender
      Age|age|age
      Tenure|small|
      Balance|money|
      NumOfProducts|small|
      HasCrCard|flag|
      IsActiveMember|flag|
      EstimatedSalary|money|annual_income
      Exited|flag|`,
  },
  {
    name: 'Oracle FLEXCUBE, account entries',
    source: 'core banking',
    file: 'ACVW_ALL_AC_ENTRIES.csv',
    table: 'transaction',
    columns: `TRN_REF_NO|serial|txn_id
      AC_NO|account|account_id
      RELATED_CUSTOMER|customer|customer_id
      TRN_DT|iso|txn_date
      AC_BRANCH|branch|branch
      AC_CCY|currency|currency
      DRCR_IND|dc|dc_flag
      TRN_CODE|code|type
      LCY_AMOUNT|money|amount
      USER_ID|teller|teller`,
  },
  {
    name: 'Infosys Finacle, daily transactions',
    source: 'core banking',
    file: 'DTD.txt',
    table: 'transaction',
    columns: `TRAN_DATE|iso|txn_date
      TRAN_ID|serial|txn_id
      PART_TRAN_TYPE|dc|dc_flag
      TRAN_AMT|money|amount
      TRAN_PARTICULAR|text|summary
      FORACID|account|account_id
      CIF_ID|customer|customer_id
      TRAN_CRNCY_CODE|currency|currency
      TRAN_RMKS|text|
      CLR_BAL_AMT|money|balance_after`,
  },
  {
    name: 'Temenos T24, customers',
    source: 'core banking',
    file: 'F.CUSTOMER.csv',
    table: 'customer',
    columns: `CUSTOMER.NO|uniqueCustomer|customer_id
      SHORT.NAME|name|name
      SECTOR|code|
      INDUSTRY|code|industry
      GENDER|sex|gender
      DATE.OF.BIRTH|birth|birth_date
      MARITAL.STATUS|marital|marital
      ACCOUNT.OFFICER|teller|rm_id
      CUSTOMER.SINCE|iso|open_date
      COMPANY.BOOK|branch|branch_id
      SMS.1|phone|phone
      EMAIL.1|email|email`,
  },
  {
    name: 'ING, account statement in English',
    source: 'bank export',
    file: 'NL00INGB_statement.csv',
    table: 'transaction',
    columns: `Date|ymd|txn_date
      Name / Description|text|
      Account|account|account_id
      Counterparty|otherAccount|counterparty_acct
      Code|code|
      Debit/credit|debitCredit|dc_flag
      Amount (EUR)|money|amount
      Transaction type|type|type
      Notifications|text|summary
      Resulting balance|money|balance_after`,
  },
  {
    name: 'Lloyds, account statement',
    source: 'bank export',
    file: 'statement_2024_06.csv',
    table: 'transaction',
    columns: `Transaction Date|dmy|txn_date
      Transaction Type|type|type
      Sort Code|branch|
      Account Number|account|account_id
      Transaction Description|text|summary
      Debit Amount|half|debit_amount
      Credit Amount|otherHalf|credit_amount
      Balance|money|balance_after`,
  },
  {
    name: 'Royal Bank of Canada, activity',
    source: 'bank export',
    file: 'download-transactions.csv',
    table: 'transaction',
    columns: `Account Type|type|
      Account Number|account|account_id
      Transaction Date|iso|txn_date
      Cheque Number|empty|
      Description 1|text|summary
      Description 2|text|
      CAD$|signed|amount
      USD$|empty|`,
  },
  {
    name: 'NatWest, activity',
    source: 'bank export',
    file: 'NatWest-download-20240630.csv',
    table: 'transaction',
    columns: `Date|dmy|txn_date
      Type|type|type
      Description|text|summary
      Value|signed|amount
      Balance|money|balance_after
      Account Name|name|
      Account Number|account|account_id`,
  },
  {
    name: 'Plaid, transactions',
    source: 'open-source importer',
    file: 'plaid_transactions.csv',
    table: 'transaction',
    columns: `transaction_id|serial|txn_id
      account_id|account|account_id
      date|iso|txn_date
      name|text|
      merchant_name|text|counterparty_name
      amount|signed|amount
      iso_currency_code|currency|currency
      personal_finance_category|code|
      pending|flag|`,
  },
  {
    name: '银行流水调取格式',
    source: 'open-source importer',
    file: '交易明细信息.csv',
    table: 'transaction',
    columns: `交易卡号|otherAccount|
      交易账号|account|account_id
      交易方户名|name|
      交易时间|stamp|txn_date
      交易金额|money|amount
      交易余额|money|balance_after
      收付标志|inOut|dc_flag
      交易对手账卡号|otherAccount|counterparty_acct
      现金标志|flag|cash_flag
      对手户名|name|counterparty_name
      对手开户银行|bank|counterparty_bank
      摘要说明|text|summary
      交易币种|currency|currency
      交易网点名称|text|
      交易流水号|serial|txn_id
      交易柜员号|teller|teller`,
  },
  {
    name: 'Lending Club, loans',
    source: 'data set',
    file: 'loan_data.csv',
    table: 'loan',
    columns: `id|uniqueLoan|loan_id
      member_id|customer|customer_id
      loan_amnt|money|principal
      term|count|term
      int_rate|rate|rate
      installment|money|monthly_payment
      grade|code|
      issue_d|iso|start
      loan_status|code|status
      purpose|text|purpose
      dti|rate|dti
      out_prncp|money|balance`,
  },
  {
    name: 'core system, customers in pinyin',
    source: null,
    file: 'khxx.txt',
    table: 'customer',
    columns: `KHH|uniqueCustomer|customer_id
      KHMC|name|name
      KHLX|code|type
      ZJLX|code|id_type
      ZJHM|uniqueId|id_no
      XB|gender|gender
      CSRQ|birth|birth_date
      KHRQ|ymd|open_date
      SJH|phone|phone
      JGH|branch|branch_id
      KHJL|teller|rm_id
      FXDJ|code|risk_level`,
  },
  {
    name: 'core system, bookings in pinyin',
    source: null,
    file: 'jymx_202406.txt',
    table: 'transaction',
    columns: `JYLSH|serial|txn_id
      KHH|customer|customer_id
      ZH|account|account_id
      JYRQ|ymd|txn_date
      JYSJ|time|txn_time
      JDBZ|jiedai|dc_flag
      JYJE|money|amount
      ZHYE|money|balance_after
      DFZH|otherAccount|counterparty_acct
      DFHM|name|counterparty_name
      JYQD|channel|channel
      ZY|text|summary
      BZ|currency|currency`,
  },
  {
    name: '客户信息 from a Chinese data warehouse',
    source: null,
    file: '客户信息表.csv',
    table: 'customer',
    columns: `客户编号|uniqueCustomer|customer_id
      客户姓名|name|name
      性别|gender|gender
      出生日期|birth|birth_date
      年龄|age|age
      学历|edu|education
      婚姻状况|marital|marital
      职业|text|occupation
      年收入(万元)|money|annual_income
      所在城市|city|city
      客户等级|code|tier
      管户客户经理|teller|rm_id
      开户机构|branch|branch_id
      开户日期|ymd|open_date
      是否代发|flag|is_payroll`,
  },
  {
    name: '存款账户 from a Chinese data warehouse',
    source: null,
    file: '存款账户_20240630.csv',
    table: 'account',
    columns: `账号|uniqueAccount|account_id
      客户号|customer|customer_id
      产品代码|product|product_code
      币种|currency|currency
      账户余额（元）|money|balance
      月日均余额|money|avg_balance_month
      年日均余额|money|avg_balance_year
      执行利率|rate|rate
      起息日|ymd|open_date
      到期日|ymd|maturity_date
      账户状态|code|status
      开户网点|branch|branch_id`,
  },
  {
    name: 'loans of a Chinese core system',
    source: null,
    file: '贷款借据.csv',
    table: 'loan',
    columns: `借据号|uniqueLoan|loan_id
      客户号|customer|customer_id
      贷款品种|text|loan_type
      贷款用途|text|purpose
      担保方式|text|guarantee
      放款金额|money|principal
      贷款余额|money|balance
      执行利率|rate|rate
      放款日期|ymd|start
      到期日期|ymd|maturity
      逾期天数|small|overdue_days
      五级分类|code|five_class
      月供|money|monthly_payment`,
  },
  {
    name: 'a bank warehouse, transactions',
    source: null,
    file: 'fct_txn.csv',
    table: 'transaction',
    columns: `txn_ref|serial|txn_id
      cust_key|customer|customer_id
      acct_no|account|account_id
      booking_dt|iso|txn_date
      txn_amount|money|amount
      dr_cr_ind|dc|dc_flag
      ccy_cd|currency|currency
      channel_cd|channel|channel
      txn_type_cd|type|type
      narrative_1|text|summary
      running_bal|money|balance_after
      branch_cd|branch|branch`,
  },
  {
    name: 'a bank warehouse, customers',
    source: null,
    file: 'dim_customer.csv',
    table: 'customer',
    columns: `customer_nbr|uniqueCustomer|customer_id
      full_nm|name|name
      gender_cd|sex|gender
      birth_dt|birth|birth_date
      marital_status_cd|marital|marital
      education_cd|edu|education
      occupation_desc|text|occupation
      annual_income_amt|money|annual_income
      city_nm|city|city
      rm_cd|teller|rm_id
      home_branch_cd|branch|branch_id
      relationship_start_dt|iso|open_date`,
  },
  {
    name: '交易流水 with both directions',
    source: null,
    file: '对公活期明细.csv',
    table: 'transaction',
    columns: `交易日期|ymd|txn_date
      交易时间|time|txn_time
      账号|account|account_id
      客户号|customer|customer_id
      凭证号|serial|
      借方发生额(元)|half|debit_amount
      贷方发生额(元)|otherHalf|credit_amount
      余额(元)|money|balance_after
      对方户名|name|counterparty_name
      对方账号|otherAccount|counterparty_acct
      对方开户行|bank|counterparty_bank
      用途|text|summary
      交易渠道|channel|channel`,
  },
];
