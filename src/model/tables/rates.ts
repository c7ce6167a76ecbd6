import { field, table } from '../declare';

export const exchangeRate = table(
  'exchange_rate',
  {
    view: 'exchange_rates',
    label: ['Exchange rate', '汇率'],
    about: [
      'Rate of a currency to the base currency. Without rates, currencies are never added up.',
      '各币种对本位币汇率。无汇率时不同币种不相加。',
    ],
    fileNames: 'exchange_rate exchange_rates fx fx_rate 汇率 外汇牌价',
  },
  [
    field('day', 'date', {
      label: ['Date', '日期'],
      about: ['Day of the rate.', '汇率日期。'],
      names: 'rate_date 日期 汇率日期',
      required: true,
    }),
    field('code', 'currency', {
      label: ['Currency', '币种'],
      about: ['Currency.', '币种。'],
      names: 'ccy currency_code 币种 币别 货币',
      codes: 'currency',
      required: true,
    }),
    field('number', 'rate', {
      label: ['Rate', '汇率'],
      about: ['Units of the base currency for one unit.', '一单位外币折合本位币。'],
      names: 'exchange_rate fx_rate mid_rate 汇率 中间价',
      required: true,
    }),
  ],
);

export const ftpCurve = table(
  'ftp_curve',
  {
    view: 'ftp_curves',
    label: ['Transfer price curve', 'FTP 曲线'],
    about: ['Funds transfer price by term.', '各期限内部资金转移价格。'],
    fileNames: 'ftp ftp_curve ftp_rates FTP曲线',
  },
  [
    field('day', 'date', {
      label: ['Date', '日期'],
      about: ['Day of the curve.', '曲线日期。'],
      names: 'curve_date 日期',
    }),
    field('text', 'term', {
      label: ['Term', '期限点'],
      about: ['Term of the point.', '期限点。'],
      names: 'tenor term_point 期限点 期限',
      required: true,
    }),
    field('rate', 'rate', {
      label: ['Rate', '利率'],
      about: ['Transfer price, kept as a fraction.', '转移价格，以小数保存。'],
      names: 'ftp_rate ftp 利率 FTP价格',
      required: true,
    }),
  ],
);

export const unitCost = table(
  'unit_cost',
  {
    view: 'unit_costs',
    label: ['Unit cost', '单位成本'],
    about: ['Cost of one transaction by channel.', '各渠道单笔交易成本。'],
    fileNames: 'unit_cost unit_costs channel_cost 单位成本',
  },
  [
    field('code', 'channel', {
      label: ['Channel', '渠道'],
      about: ['Channel.', '渠道。'],
      names: 'channel_code 渠道',
      codes: 'channel',
      required: true,
    }),
    field('money', 'cost', {
      label: ['Cost', '单位成本'],
      about: ['Cost of one transaction.', '单笔交易成本。'],
      names: 'unit_cost cost_per_txn 单位成本 成本',
      sensitivity: 'C1',
      required: true,
    }),
  ],
);

export const capital = table(
  'capital',
  {
    view: 'capital_weights',
    label: ['Risk weight', '风险权重'],
    about: ['Risk weight by product.', '各产品风险权重。'],
    fileNames: 'capital risk_weight rwa 风险权重 资本',
  },
  [
    field('code', 'product', {
      label: ['Product', '产品'],
      about: ['Product.', '产品。'],
      names: 'product_code 产品 产品代码',
      codes: 'product',
      required: true,
    }),
    field('rate', 'risk_weight', {
      label: ['Risk weight', '风险权重'],
      about: ['Weight, kept as a fraction.', '风险权重，以小数保存。'],
      names: 'weight rw 风险权重',
      required: true,
    }),
  ],
);

export const codeList = table(
  'code_list',
  {
    view: 'code_lists',
    label: ['Code list', '码表'],
    about: ['Names for the codes of other files.', '其他文件代码的含义。'],
    fileNames: 'code_list codes dictionary lookup 码表 代码表 数据字典',
  },
  [
    field('text', 'field', {
      label: ['Field', '字段'],
      about: ['Field that the code belongs to.', '代码所属字段。'],
      names: 'dictionary code_type field_name 码表 字段 代码类型',
      required: true,
    }),
    field('text', 'code', {
      label: ['Code', '代码'],
      about: ['Code as it stands in the files.', '文件中的代码。'],
      names: 'code_value 代码 码值',
      required: true,
    }),
    field('text', 'label', {
      label: ['Label', '名称'],
      about: ['What the code means.', '代码含义。'],
      names: 'code_name meaning 名称 含义 代码名称',
      required: true,
    }),
  ],
);
