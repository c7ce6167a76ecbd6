import type { Field } from '../field';
import { customerIdField, field, table } from '../declare';

export const service = table(
  'service',
  {
    view: 'services',
    label: ['Service case', '服务工单'],
    about: ['Complaints and requests.', '投诉与服务请求。'],
    fileNames: 'service services complaint complaints ticket tickets case gongdan tousu 工单 投诉 客服',
  },
  [
    field('id', 'case_id', {
      label: ['Case ID', '工单号'],
      about: ['Number of the case.', '工单编号。'],
      names: 'ticket ticket_id ticket_no case_no complaint_id 工单号 投诉编号 工单编号',
    }),
    customerIdField(true),
    field('code', 'type', {
      label: ['Business type', '业务类型'],
      about: ['Business that the case is about.', '涉及的业务类型。'],
      names: 'case_type ticket_type business_type 业务类型 工单类型',
      weakNames: 'type 类型',
    }),
    field('code', 'category', {
      label: ['Category', '投诉类别'],
      about: ['Category of the complaint.', '投诉类别。'],
      names: 'complaint_category case_category reason 投诉类别 投诉类型 投诉原因',
    }),
    field('code', 'channel', {
      label: ['Channel', '受理渠道'],
      about: ['Where the case came in.', '受理渠道。'],
      names: 'case_channel source 受理渠道 渠道 来源',
      codes: 'channel',
    }),
    field('day', 'created', {
      label: ['Created', '受理时间'],
      about: ['Day on which the case came in.', '受理日期。'],
      names:
        'created_at created_date open_date opened received_date date 受理时间 受理日期 创建时间 投诉时间',
      required: true,
    }),
    field('day', 'closed', {
      label: ['Closed', '办结时间'],
      about: ['Day on which the case was closed.', '办结日期。'],
      names: 'closed_at closed_date resolved resolved_date 办结时间 办结日期 关闭时间',
    }),
    field('flag', 'satisfied', {
      label: ['Satisfied', '是否满意'],
      about: ['Whether the customer was satisfied.', '客户是否满意。'],
      names: 'satisfaction is_satisfied 是否满意 满意度',
    }),
    field('code', 'severity', {
      label: ['Severity', '严重程度'],
      about: ['How serious the case is.', '严重程度。'],
      names: 'priority level 严重程度 紧急程度',
    }),
  ],
);

export const campaign = table(
  'campaign',
  {
    view: 'campaigns',
    label: ['Campaign', '营销活动'],
    about: ['One row per campaign.', '每个营销活动一行。'],
    fileNames: 'campaign campaigns marketing huodong 活动 营销活动',
  },
  [
    field('id', 'campaign_id', {
      label: ['Campaign ID', '活动编号'],
      about: ['Number of the campaign.', '活动编号。'],
      names: 'campaign_no campaign_code 活动编号 活动代码',
      required: true,
    }),
    field('text', 'name', {
      label: ['Name', '活动名称'],
      about: ['Name of the campaign.', '活动名称。'],
      names: 'campaign_name title 活动名称 名称',
    }),
    field('day', 'start', {
      label: ['Start', '开始日期'],
      about: ['First day.', '活动开始日期。'],
      names: 'start_date begin_date launch_date 开始日期 开始时间',
    }),
    field('day', 'end', {
      label: ['End', '结束日期'],
      about: ['Last day.', '活动结束日期。'],
      names: 'end_date finish_date 结束日期 结束时间',
    }),
    field('money', 'cost', {
      label: ['Cost', '活动成本'],
      about: ['Cost of the campaign.', '活动成本。'],
      names: 'campaign_cost budget spend 活动成本 成本 费用',
      sensitivity: 'C1',
    }),
    field('text', 'offer', {
      label: ['Offer', '优惠内容'],
      about: ['What was offered.', '优惠或权益内容。'],
      names: 'offer_name product 优惠内容 权益',
    }),
    field('code', 'channel', {
      label: ['Channel', '渠道'],
      about: ['How customers were reached.', '触达渠道。'],
      names: 'campaign_channel contact_channel 渠道 触达渠道',
      codes: 'channel',
    }),
  ],
);

export const response = table(
  'response',
  {
    view: 'responses',
    label: ['Campaign response', '活动响应'],
    about: ['One row per customer and campaign.', '每个客户每个活动一行。'],
    fileNames: 'response responses campaign_response treatment target_list 响应 触达名单',
  },
  [
    customerIdField(true),
    field('id', 'campaign_id', {
      label: ['Campaign ID', '活动编号'],
      about: ['Links to the campaign.', '关联营销活动。'],
      names: 'campaign campaign_no campaign_code 活动编号 活动代码',
    }),
    field('day', 'sent', {
      label: ['Sent', '触达时间'],
      about: ['Day on which the customer was reached.', '触达日期。'],
      names: 'sent_date sent_at contact_date 触达时间 触达日期 发送时间',
      required: true,
    }),
    field('flag', 'responded', {
      label: ['Responded', '是否响应'],
      about: ['Whether the customer responded.', '客户是否响应。'],
      names: 'response is_responded responded_flag 是否响应 响应标志',
      required: true,
    }),
    field('flag', 'converted', {
      label: ['Converted', '是否转化'],
      about: ['Whether the customer bought.', '客户是否转化。'],
      names: 'conversion is_converted 是否转化 转化标志',
    }),
    field('code', 'group', {
      label: ['Arm', '实验组别'],
      about: ['Treatment or control.', '实验组或对照组。'],
      names: 'treatment arm test_group control_flag 对照组/实验组 组别 实验组',
    }),
  ],
);

const answers: readonly Field[] = Array.from({ length: 10 }, (_, index) =>
  field('number', `q${index + 1}`, {
    label: [`Question ${index + 1}`, `第 ${index + 1} 题`],
    about: ['Answer on the scale of the survey.', '问卷评分。'],
    names: `question${index + 1} 第${index + 1}题 问题${index + 1}`,
  }),
);

export const survey = table(
  'survey',
  {
    view: 'surveys',
    label: ['Survey answer', '问卷'],
    about: ['One row per answered questionnaire.', '每份答卷一行。'],
    fileNames: 'survey surveys questionnaire nps csat wenjuan 问卷 满意度',
  },
  [
    customerIdField(true),
    field('day', 'date', {
      label: ['Date', '日期'],
      about: ['Day of the answer.', '答卷日期。'],
      names: 'survey_date answered_at 日期 答卷日期 调查日期',
      required: true,
    }),
    ...answers,
    field('number', 'nps', {
      label: ['Willingness to recommend', '推荐意愿'],
      about: ['0–10.', '0–10 分。'],
      names: 'nps_score recommend likelihood_to_recommend 推荐意愿 推荐分',
    }),
  ],
);

export const contact = table(
  'contact',
  {
    view: 'contacts',
    label: ['Contact', '客户联系'],
    about: ['Visits and calls of relationship managers.', '客户经理的拜访与电访记录。'],
    fileNames: 'contact contacts visit visits call_log 拜访 回访 联系记录',
  },
  [
    field('id', 'rm_id', {
      label: ['Relationship manager', '客户经理编号'],
      about: ['Who made the contact.', '联系人（客户经理）。'],
      names: 'manager_id rm rm_no 客户经理编号 客户经理 管户经理',
      required: true,
    }),
    customerIdField(true),
    field('day', 'date', {
      label: ['Date', '日期'],
      about: ['Day of the contact.', '联系日期。'],
      names: 'contact_date visit_date call_date 日期 拜访日期 回访日期',
      required: true,
    }),
    field('code', 'type', {
      label: ['Kind of contact', '联系方式'],
      about: ['Visit, call, message.', '拜访、电话、消息等。'],
      names: 'visit contact_type visit_type 联系方式 拜访记录',
      weakNames: 'type 类型',
    }),
    field('text', 'result', {
      label: ['Result', '拜访结果'],
      about: ['What came of it.', '联系结果。'],
      names: 'outcome contact_result visit_result 拜访结果 结果',
    }),
  ],
);

export const event = table(
  'event',
  {
    view: 'events',
    label: ['Event', '行为日志'],
    about: ['Browsing and app logs.', '浏览与应用行为日志。'],
    fileNames: 'event events log logs clickstream 行为 日志 埋点',
  },
  [
    customerIdField(true),
    field('day', 'time', {
      label: ['Day of the event', '事件时间'],
      about: ['Day on which it happened.', '事件发生日期。'],
      names: 'event_time event_date timestamp 事件时间 发生时间',
      required: true,
    }),
    field('code', 'name', {
      label: ['Event', '事件名称'],
      about: ['What happened.', '事件名称。'],
      names: 'event_name event action 事件名称 事件',
      required: true,
    }),
  ],
);
