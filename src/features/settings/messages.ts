import { defineMessages } from '../../i18n/translate';

export const settingsMessages = defineMessages({
  title: { en: 'Settings', zh: '设置' },
  lead: {
    en: 'These choices stay in this browser; they change how numbers look, never what they are.',
    zh: '以下选择保存在本浏览器中，只影响显示方式，不影响数字本身。',
  },

  'section.appearance': { en: 'Language and appearance', zh: '语言与外观' },
  'section.numbers': { en: 'Numbers', zh: '数字' },
  'section.personal': { en: 'Personal data', zh: '个人信息' },
  'section.access': { en: 'Keyboard and motion', zh: '键盘与动效' },
  'section.assumptions': { en: 'Assumptions in use', zh: '当前采用的假设' },
  'section.storage': { en: 'Storage', zh: '存储' },

  language: { en: 'Language', zh: '语言' },
  theme: { en: 'Theme', zh: '主题' },
  'theme.system': { en: 'As the system', zh: '跟随系统' },
  'theme.light': { en: 'Light', zh: '浅色' },
  'theme.dark': { en: 'Dark', zh: '深色' },
  density: { en: 'Table rows', zh: '表格行距' },
  'density.comfortable': { en: 'Comfortable', zh: '宽松' },
  'density.compact': { en: 'Compact', zh: '紧凑' },

  units: { en: 'Large numbers', zh: '大数单位' },
  'units.auto': { en: 'As the language', zh: '跟随语言' },
  'units.wan': { en: '万, 亿', zh: '万、亿' },
  'units.kmb': { en: 'K, M, B', zh: 'K, M, B' },
  'units.example': { en: 'Example: {example}', zh: '示例：{example}' },
  delta: { en: 'Colours of change', zh: '涨跌颜色' },
  'delta.neutral': { en: 'Blue better, orange worse', zh: '蓝色向好，橙色转差' },
  'delta.cn': { en: 'Red up, green down', zh: '红涨绿跌' },
  'delta.intl': { en: 'Green better, red worse', zh: '绿色向好，红色转差' },

  mask: { en: 'Names, phone and ID numbers', zh: '姓名、电话和证件号码' },
  'mask.on': { en: 'Masked', zh: '隐藏' },
  'mask.off': { en: 'Shown', zh: '显示' },
  'mask.hint': {
    en: 'Every visit starts masked. Exports follow what is shown.',
    zh: '每次打开均默认隐藏。导出内容与显示一致。',
  },

  keys: { en: 'Single-key shortcuts', zh: '单键快捷键' },
  on: { en: 'On', zh: '开' },
  off: { en: 'Off', zh: '关' },
  'keys.hint': { en: 'Press ? for the list.', zh: '按 ? 查看列表。' },
  motion: { en: 'Motion', zh: '动效' },
  'motion.system': { en: 'As the system', zh: '跟随系统' },
  'motion.reduced': { en: 'None', zh: '关闭' },

  'assumptions.none': { en: 'The open data need no assumption.', zh: '当前数据无需任何假设。' },
  'assumptions.no-data': {
    en: 'No data are open. What is assumed about them will be listed here.',
    zh: '尚未打开数据。打开后将在此列出所作的假设。',
  },

  'storage.data': {
    en: '{name}: {rows} rows in the memory of this tab. Closing it forgets them.',
    zh: '{name}：{rows} 行数据在本标签页内存中，关闭即清除。',
  },
  'storage.no-data': { en: 'No data are open.', zh: '尚未打开数据。' },
  'storage.settings': {
    en: 'Your settings and the mappings of files (names of columns and codes, no rows) are kept in this browser.',
    zh: '您的设置与文件字段映射（仅列名与代码，不含数据行）保存在本浏览器中。',
  },
  'storage.forget': { en: 'Reset and delete settings and mappings', zh: '恢复默认并删除设置与映射' },
  'storage.forgotten': {
    en: 'Settings and mappings deleted. Defaults are in use.',
    zh: '已删除设置与映射，恢复为默认值。',
  },
});
