import { customerIdField, field, table } from '../declare';

const nameInEnglish = field('text', 'name_en', {
  label: ['Name in English', '英文名称'],
  about: ['Shown on English pages; the name itself where absent.', '英文界面显示的名称，缺省用原名称。'],
  names: 'english_name name_english 英文名称 英文名',
});

export const branch = table(
  'branch',
  {
    view: 'branches',
    label: ['Branch', '机构'],
    about: [
      'One row per organisational unit; the hierarchy runs through the parent.',
      '每个机构一行，层级由上级机构给出。',
    ],
    fileNames: 'branch branches org organisation organization dept jigou 机构 网点 组织',
  },
  [
    field('id', 'branch_id', {
      label: ['Branch ID', '机构号'],
      about: ['Number of the branch.', '机构编号。'],
      names:
        'org org_id org_no org_code branch_no branch_code branch dept dept_id jgh 机构号 机构编号 机构代码 网点号',
      required: true,
    }),
    field('text', 'name', {
      label: ['Name', '机构名称'],
      about: ['Name of the branch.', '机构名称。'],
      names: 'branch_name org_name dept_name jgmc 机构名称 网点名称 名称',
    }),
    nameInEnglish,
    field('id', 'parent', {
      label: ['Parent', '上级机构'],
      about: ['Branch above it.', '上级机构编号。'],
      names: 'parent_id parent_branch parent_org sjjg 上级机构 上级机构号 上级机构编号',
    }),
    field('code', 'level', {
      label: ['Level', '机构层级'],
      about: ['Head office, branch, sub-branch or outlet.', '总行、分行、支行或网点。'],
      names: 'org_level branch_level branch_type jgcj 机构层级 机构级别 机构类型',
    }),
    field('text', 'city', {
      label: ['City', '城市'],
      about: ['City of the branch.', '机构所在城市。'],
      names: 'city_name 城市 所在城市',
    }),
    field('number', 'lat', {
      label: ['Latitude', '纬度'],
      about: ['Degrees north.', '北纬度数。'],
      names: 'latitude 纬度',
    }),
    field('number', 'lng', {
      label: ['Longitude', '经度'],
      about: ['Degrees east.', '东经度数。'],
      names: 'lon longitude 经度',
    }),
    field('number', 'fte', {
      label: ['Staff', '人数'],
      about: ['Full-time equivalents.', '全职人数。'],
      names: 'headcount staff employees 人数 员工数',
    }),
    field('number', 'area', {
      label: ['Floor area', '面积'],
      about: ['Square metres.', '营业面积（平方米）。'],
      names: 'floor_area area_sqm 面积 营业面积',
    }),
  ],
);

export const manager = table(
  'manager',
  {
    view: 'managers',
    label: ['Relationship manager', '客户经理'],
    about: [
      'One row per manager, or per term of office when managers rotate.',
      '每位客户经理一行，轮岗时按任期分行。',
    ],
    fileNames: 'manager managers rm staff employee 客户经理 员工',
  },
  [
    field('id', 'rm_id', {
      label: ['Manager ID', '工号'],
      about: ['Staff number.', '员工编号。'],
      names:
        'manager_id rm_no staff_id employee_id emp_no gonghao 工号 员工号 客户经理编号 客户经理号 员工编号',
      required: true,
    }),
    field('text', 'name', {
      label: ['Name', '客户经理姓名'],
      about: ['Name of the manager.', '客户经理姓名。'],
      names: 'rm_name manager_name staff_name 客户经理姓名 姓名 员工姓名',
    }),
    nameInEnglish,
    field('id', 'branch', {
      label: ['Branch', '所属机构'],
      about: ['Branch of the manager.', '客户经理所属机构编号。'],
      names: 'branch_id org org_id org_no branch_no dept 所属机构 机构号 归属机构',
    }),
    field('code', 'level', {
      label: ['Grade', '职级'],
      about: ['Grade of the manager.', '职级。'],
      names: 'grade rank position zhiji 职级 级别',
    }),
    field('day', 'from', {
      label: ['From', '任职日期'],
      about: ['First day in office.', '任职起始日期。'],
      names: 'from_date start_date valid_from rzrq 任职日期 起始日期',
    }),
    field('day', 'to', {
      label: ['To', '离任日期'],
      about: ['Last day in office.', '任职截止日期。'],
      names: 'to_date end_date valid_to 离任日期 截止日期',
    }),
    field('money', 'target', {
      label: ['Target', '目标值'],
      about: ['Target of the manager.', '客户经理目标值。'],
      names: 'target_value goal 目标值 目标',
      sensitivity: 'C1',
    }),
  ],
);

export const region = table(
  'region',
  {
    view: 'regions',
    label: ['Region', '地区'],
    about: [
      'One row per region, with any figures. Stands in for branches when no file brings them.',
      '每个地区一行，可带任意指标。无机构数据时用作组织层级。',
    ],
    fileNames: 'region regions district districts area county 地区 区域 行政区划',
  },
  [
    field('id', 'region_id', {
      label: ['Region number', '地区编号'],
      about: ['Number of the region.', '地区编号。'],
      names: 'district_id region_code district_code area_code code 地区编号 地区代码 区域代码 行政区划代码',
      required: true,
    }),
    field('text', 'name', {
      label: ['Name', '地区名称'],
      about: ['Name of the region.', '地区名称。'],
      names: 'region_name district_name region district 地区名称 地区 区域名称',
    }),
  ],
);

export const product = table(
  'product',
  {
    view: 'products',
    label: ['Product', '产品'],
    about: [
      'One row per product; made from the codes in use when no file brings it.',
      '每个产品一行，无此文件时由在用代码生成。',
    ],
    fileNames: 'product products chanpin 产品 产品目录',
  },
  [
    field('code', 'product_code', {
      label: ['Product code', '产品代码'],
      about: ['Code of the product.', '产品代码。'],
      names: 'code prod_code product_id product chanpin_daima 产品代码 产品编号',
      codes: 'product',
      required: true,
    }),
    field('text', 'name', {
      label: ['Name', '产品名称'],
      about: ['Name of the product.', '产品名称。'],
      names: 'product_name prod_name 产品名称 名称',
    }),
    nameInEnglish,
    field('code', 'family', {
      label: ['Family', '产品大类'],
      about: ['Family of products.', '产品大类。'],
      names: 'product_family product_type category 产品大类 产品类别',
      codes: 'product',
    }),
  ],
);

export const target = table(
  'target',
  {
    view: 'targets',
    label: ['Target', '目标'],
    about: ['Plan of a unit for a measure and period.', '机构或个人的计划目标。'],
    fileNames: 'target targets plan budget 目标 计划 任务',
  },
  [
    field('code', 'level', {
      label: ['Level', '层级'],
      about: ['bank, branch or manager.', '全行、机构或客户经理。'],
      names: 'target_level org_level 层级',
    }),
    field('id', 'id', {
      label: ['Unit', '对象编号'],
      about: ['Branch or manager the target is for.', '目标对应的机构或客户经理编号。'],
      names: 'unit_id org_id rm_id branch_id 对象编号 机构号',
    }),
    field('code', 'metric', {
      label: ['Measure', '指标'],
      about: ['Measure the target is for.', '目标对应的指标。'],
      names: 'kpi indicator measure 指标 指标名称',
      required: true,
    }),
    field('text', 'period', {
      label: ['Period', '期间'],
      about: ['Month, quarter or year.', '月、季或年。'],
      names: 'target_period month year 期间 年月',
      required: true,
    }),
    field('number', 'value', {
      label: ['Target value', '目标值'],
      about: ['Value planned, in the unit of the measure.', '计划值，单位同指标。'],
      names: 'plan budget target target_value 目标 计划 任务数 目标值',
      required: true,
    }),
  ],
);

export const household = table(
  'household',
  {
    view: 'households',
    label: ['Household and group', '家庭与集团'],
    about: ['Which customers belong together.', '客户之间的家庭或集团关系。'],
    fileNames: 'household households family group 家庭 集团',
    oneOf: [['household_id', 'group_id']],
  },
  [
    customerIdField(true),
    field('id', 'household_id', {
      label: ['Household', '家庭编号'],
      about: ['Customers of one household share it.', '同一家庭的客户共用此编号。'],
      names: 'family_id household_no 家庭编号 家庭号',
      sensitivity: 'C2',
    }),
    field('id', 'group_id', {
      label: ['Group', '集团编号'],
      about: ['Companies of one group share it.', '同一集团的企业共用此编号。'],
      names: 'group_no parent_id 集团编号 集团号',
      sensitivity: 'C2',
    }),
    field('code', 'relation', {
      label: ['Relation', '关系类型'],
      about: ['How they are related.', '关系类型。'],
      names: 'relation_type relationship 关系类型 关系',
    }),
  ],
);
