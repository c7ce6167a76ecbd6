import { defineMessages } from '../../i18n/translate';

export const importMessages = defineMessages({
  title: { en: 'Import', zh: '导入数据' },
  'files.title': { en: 'Files', zh: '文件' },
  'files.drop': { en: 'Drop customer and transaction files', zh: '拖入客户与交易文件' },
  'files.choose': { en: 'Choose files', zh: '选择文件' },
});

export type ImportKey = keyof typeof importMessages;
