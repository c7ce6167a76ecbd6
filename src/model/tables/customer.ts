import { customerIdField, field, table } from '../declare';

export const customer = table(
  'customer',
  {
    view: 'customers',
    label: ['Customer', '客户'],
    about: ['One row per customer, personal or corporate.', '每个客户一行，含个人客户与对公客户。'],
    fileNames: 'customer customers client clients cust cif party kehu 客户 客户信息 客户资料',
  },
  [
    customerIdField(true),
    field('text', 'name', {
      label: ['Name', '客户名称'],
      about: [
        'Name of the person or company; often masked in exports.',
        '个人姓名或企业名称，导出时常已脱敏。',
      ],
      names:
        'customer_name client_name cust_name full_name short_name surname last_name custname kehu_mingcheng khmc xingming 客户名称 客户姓名 户名 姓名 名称 客户名',
      sensitivity: 'C2',
    }),
    field('code', 'type', {
      label: ['Customer type', '客户类型'],
      about: ['Personal, corporate or another kind of customer.', '个人、对公或其他客户类别。'],
      names:
        'cust_type customer_type client_type segment_type party_type khlx kehu_leixing 客户类型 客户类别 对公对私标志 公私标志 客户性质',
      weakNames: 'type 类型',
      codes: 'customer-type',
    }),
    field('text', 'id_type', {
      label: ['Identity document type', '证件类型'],
      about: ['Kind of identity document.', '证件种类。'],
      names: 'cert_type certificate_type idtype document_type zjlx zhengjian_leixing 证件类型 证件种类',
    }),
    field('id', 'id_no', {
      label: ['Identity number', '证件号码'],
      about: [
        'Number of the identity document. Masked wherever it is shown, never part of a link.',
        '证件号码。展示时一律脱敏，且不会写入链接。',
      ],
      names:
        'id_number cert_no certificate_no idno idcard id_card national_id zjhm sfzh shenfenzheng 证件号码 证件号 身份证号 身份证号码 统一社会信用代码',
      sensitivity: 'C2',
    }),
    field('id', 'birth_number', {
      label: ['Birth number', '出生编号'],
      about: [
        'Czech birth number yymmdd in which a woman’s month is raised by 50. Birth date and gender are read from it when they have no columns of their own.',
        '捷克出生编号 yymmdd，女性月份加 50。缺少出生日期与性别列时由此推算。',
      ],
      names: 'birth_no rodne_cislo birthnumber',
      sensitivity: 'C2',
    }),
    field('code', 'gender', {
      label: ['Gender', '性别'],
      about: ['Gender as registered.', '登记性别。'],
      names: 'sex xb xingbie 性别',
      codes: 'gender',
    }),
    field('day', 'birth_date', {
      label: ['Birth date', '出生日期'],
      about: ['Date of birth.', '出生日期。'],
      names: 'dob birthday date_of_birth birthdate csrq chusheng_riqi 出生日期 生日 出生年月日',
      sensitivity: 'C2',
    }),
    field('number', 'age', {
      label: ['Age', '年龄'],
      about: ['Age in whole years when the file was made.', '导出时的周岁年龄。'],
      names: 'age_years nianling 年龄',
    }),
    field('text', 'education', {
      label: ['Education', '学历'],
      about: ['Highest education.', '最高学历。'],
      names: 'education_level edu degree xueli 学历 教育程度 文化程度',
    }),
    field('text', 'marital', {
      label: ['Marital status', '婚姻状况'],
      about: ['Marital status.', '婚姻状况。'],
      names: 'marital_status marriage hunyin 婚姻状况 婚姻状态 婚姻',
    }),
    field('text', 'occupation', {
      label: ['Occupation', '职业'],
      about: ['Occupation of a person.', '个人客户的职业。'],
      names: 'job profession zhiye 职业 职业类别',
    }),
    field('text', 'industry', {
      label: ['Industry', '行业'],
      about: ['Industry of a company or employer.', '企业或雇主所属行业。'],
      names: 'industry_code sector hangye 行业 国民经济行业分类 所属行业 行业分类',
    }),
    field('money', 'monthly_income', {
      label: ['Monthly income', '月收入'],
      about: ['Income per month.', '每月收入。'],
      names: 'income_monthly month_income yueshouru 月收入 个人月收入',
    }),
    field('money', 'annual_income', {
      label: ['Annual income', '年收入'],
      about: ['Income per year.', '每年收入。'],
      names:
        'income salary estimated_salary yearly_income income_annual nianshouru 年收入 家庭年收入 个人年收入',
    }),
    field('text', 'city', {
      label: ['City', '城市'],
      about: ['City of residence or registration.', '居住或注册所在城市。'],
      names: 'city_name chengshi 城市 所在城市 市',
    }),
    field('text', 'district', {
      label: ['District', '地区'],
      about: ['District or region in words.', '区县或地区名称。'],
      names: 'region region_name district_name area_name diqu quyu 区域 地区 区县 所在地区',
    }),
    field('text', 'address', {
      label: ['Address', '地址'],
      about: ['Postal address.', '通讯地址。'],
      names: 'addr street dizhi 地址 通讯地址 联系地址 家庭地址 住址',
      sensitivity: 'C2',
    }),
    field('id', 'phone', {
      label: ['Phone', '手机号'],
      about: ['Telephone number.', '电话号码。'],
      names: 'mobile telephone phone_no mobile_no tel shouji sjh 手机号 手机号码 联系电话 电话 移动电话',
      weakNames: 'sms',
      sensitivity: 'C2',
    }),
    field('text', 'email', {
      label: ['E-mail', '邮箱'],
      about: ['E-mail address.', '电子邮箱。'],
      names: 'e_mail mail email_address youxiang 邮箱 电子邮箱 电子邮件',
      sensitivity: 'C2',
    }),
    field('day', 'open_date', {
      label: ['Customer since', '开户日期'],
      about: ['Day on which the relationship began.', '建立客户关系的日期。'],
      names:
        'since customer_since onboard_date join_date registration_date relationship_start_date khrq kaihu_riqi 开户日期 建立日期 首次开户日 首次开户日期 入行日期 建档日期 开户日',
      weakNames: 'date created',
    }),
    field('code', 'tier', {
      label: ['Tier', '客户等级'],
      about: ['Service tier that the bank has given.', '银行评定的客户层级。'],
      names:
        'vip_level grade customer_level cust_level customer_grade dengji 客户等级 客户层级 星级 等级 客户级别 VIP等级 贵宾等级',
    }),
    field('code', 'risk_level', {
      label: ['Risk tolerance', '风险等级'],
      about: [
        'Risk tolerance C1–C5 or money-laundering risk class.',
        '风险承受能力 C1–C5 或反洗钱风险等级。',
      ],
      names: 'risk_grade risk_tolerance risk_class fxdj fengxian_dengji 风险等级 风险承受能力 风险级别',
    }),
    field('code', 'rating', {
      label: ['Credit rating', '信用等级'],
      about: ['Credit rating of the customer.', '客户信用等级。'],
      names: 'credit_rating credit_grade xydj 信用等级 信用评级',
    }),
    field('id', 'rm_id', {
      label: ['Relationship manager', '客户经理编号'],
      about: ['The manager in charge of the customer.', '管户客户经理编号。'],
      names:
        'manager_id rm rm_no rm_code cust_manager relationship_manager account_manager account_officer khjl 客户经理编号 客户经理号 客户经理 管户经理 管户客户经理 管户经理编号 客户经理工号',
    }),
    field('id', 'branch_id', {
      label: ['Branch', '归属机构'],
      about: ['The branch to which the customer belongs.', '客户归属机构编号。'],
      names:
        'org_id branch branch_no branch_code org_no org_code org company_book home_branch jgh jigou_hao 归属机构 开户机构 网点号 机构号 所属机构 机构编号 归属网点 开户行',
    }),
    field('id', 'region_id', {
      label: ['Region number', '地区编号'],
      about: ['Links to the region table.', '关联地区表的编号。'],
      names: 'district_id district_code region_code area_code 地区编号 地区代码 区域代码 行政区划代码',
    }),
    field('id', 'household_id', {
      label: ['Household', '家庭编号'],
      about: ['Customers of one household share it.', '同一家庭的客户共用此编号。'],
      names: 'family_id household_no jiating_bianhao 家庭编号 家庭号',
      sensitivity: 'C2',
    }),
    field('id', 'group_id', {
      label: ['Group', '集团编号'],
      about: ['Companies of one group share it.', '同一集团的企业共用此编号。'],
      names: 'parent parent_id group_no jituan_bianhao 集团编号 集团号 关联客户 集团客户号',
      sensitivity: 'C2',
    }),
    field('flag', 'is_payroll', {
      label: ['Salary paid here', '代发标志'],
      about: ['Whether the salary is paid into this bank.', '是否本行代发工资户。'],
      names: 'payroll_flag payroll salary_flag dfbz 代发标志 代发工资户 代发工资标志 是否代发',
    }),
    field('flag', 'consent', {
      label: ['Marketing consent', '营销授权'],
      about: ['Whether the customer agreed to marketing.', '客户是否同意营销联系。'],
      names: 'opt_in marketing_consent consent_flag yxsq 营销授权 营销同意 是否同意营销',
    }),
  ],
);
