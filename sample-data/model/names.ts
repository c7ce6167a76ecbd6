type Pair = readonly [zh: string, en: string];

const pairs = (text: string): readonly Pair[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word): Pair => {
      const [zh = '', en = ''] = word.split(':');
      return [zh, en];
    });

/** Common surnames, the most common first. */
export const surnames = pairs(`
  王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 黄:Huang 赵:Zhao 吴:Wu 周:Zhou 徐:Xu 孙:Sun 马:Ma 朱:Zhu 胡:Hu 郭:Guo
  何:He 高:Gao 林:Lin 罗:Luo 郑:Zheng 梁:Liang 谢:Xie 宋:Song 唐:Tang 许:Xu 韩:Han 冯:Feng 邓:Deng 曹:Cao 彭:Peng
  曾:Zeng 肖:Xiao 田:Tian 董:Dong 潘:Pan 袁:Yuan 蔡:Cai 蒋:Jiang 余:Yu 杜:Du 叶:Ye 程:Cheng 魏:Wei 苏:Su 丁:Ding
  任:Ren 沈:Shen 姚:Yao 卢:Lu 陆:Lu 顾:Gu 钱:Qian 施:Shi 严:Yan 金:Jin`);

export const givenNames: Readonly<Record<'female' | 'male', readonly Pair[]>> = {
  female:
    pairs(`丽娜:Lina 敏:Min 静:Jing 婷:Ting 雪梅:Xuemei 晓燕:Xiaoyan 佳怡:Jiayi 慧:Hui 莉:Li 倩:Qian 文静:Wenjing
    思琪:Siqi 雅琴:Yaqin 海燕:Haiyan 欣怡:Xinyi 颖:Ying 梦洁:Mengjie 美玲:Meiling`),
  male: pairs(`伟:Wei 强:Qiang 磊:Lei 志强:Zhiqiang 建华:Jianhua 俊杰:Junjie 浩:Hao 明:Ming 宇轩:Yuxuan 晨:Chen
    国栋:Guodong 海峰:Haifeng 鹏:Peng 子豪:Zihao 斌:Bin 立新:Lixin 文博:Wenbo 永健:Yongjian`),
};

/** Beginnings and trades of company names; the middle is masked as banks mask it. */
export const companyPlaces = ['上海', '浦江', '华东', '申城', '长三角', '沪上'] as const;
export const companyWords = ['恒', '瑞', '泰', '宏', '佳', '信', '安', '明', '中', '天', '海', '永'] as const;
export const companyTrades = [
  { name: '贸易有限公司', industry: '批发和零售业' },
  { name: '科技有限公司', industry: '信息技术服务业' },
  { name: '精密机械有限公司', industry: '制造业' },
  { name: '电子有限公司', industry: '制造业' },
  { name: '物流有限公司', industry: '交通运输业' },
  { name: '建筑工程有限公司', industry: '建筑业' },
  { name: '餐饮管理有限公司', industry: '住宿和餐饮业' },
  { name: '生物医药有限公司', industry: '制造业' },
  { name: '商务咨询有限公司', industry: '商务服务业' },
  { name: '文化传播有限公司', industry: '文化和娱乐业' },
] as const;

export const merchantPlaces = [
  '静安', '徐汇', '浦东', '长宁', '虹口', '杨浦', '闵行', '松江', '嘉定', '宝山', '青浦', '黄浦', '古北', '临港',
] as const; // prettier-ignore
export const merchantTrades = [
  '便利店', '生鲜超市', '百货商场', '餐厅', '咖啡馆', '面馆', '药房', '加油站', '书店', '服饰店', '电器城', '家居馆',
  '健身馆', '影城', '酒店', '网上商城', '外卖平台', '出行平台', '教育培训', '宠物医院', '美容美发', '水果店',
] as const; // prettier-ignore

export const utilities = [
  '自来水公司', '电力公司', '燃气公司', '通信公司', '有线电视公司', '物业管理公司', '交通卡中心', '供热公司',
] as const; // prettier-ignore
