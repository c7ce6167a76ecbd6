import { encodeText } from '../encode';
import { lines, messy, type MessyFile } from './messy-file';

const chinese = {
  header: ['客户号', '姓名', '城市', '余额'],
  rows: [
    ['000123', '王芳', '上海', '1250.00'],
    ['000124', '李娜', '北京', '88.50'],
    ['000125', '张伟', '广州', '7.25'],
  ],
};
const taiwan = {
  header: ['客戶編號', '姓名', '分行', '餘額'],
  rows: [
    ['00012', '陳怡君', '台北總行', '12500'],
    ['00013', '林志明', '高雄分行', '880'],
    ['00014', '黃淑芬', '新竹分行', '40200'],
  ],
};
const japan = {
  header: ['顧客番号', '氏名', '支店', '残高'],
  rows: [
    ['0001', '山田 太郎', '東京支店', '150000'],
    ['0002', 'スズキ ハナコ', '大阪支店', '9800'],
    ['0003', '佐藤 次郎', 'なごや支店', '22000'],
  ],
};
const europe = {
  header: ['id', 'name', 'city'],
  rows: [
    ['1', 'Müller', 'Zürich'],
    ['2', 'García', 'Málaga'],
    ['3', 'Grün', 'Köln'],
    ['4', 'François', 'Besançon'],
  ],
};
const written = (table: { header: readonly string[]; rows: readonly (readonly string[])[] }, delimiter = ',') =>
  lines([table.header, ...table.rows].map((row) => row.join(delimiter)));

/** A bank with a name from the four-byte area of GB18030. */
const rare = { header: ['客户号', '姓名'], rows: [['1', '𠮷田一郎'], ['2', '王䶮'], ['3', '陈𬭚']] };

/** One broken byte among many good rows says that the row is damaged, not that the encoding is another. */
const damagedRows = Array.from({ length: 200 }, (_, index) => [
  String(index + 1).padStart(4, '0'),
  index % 2 === 0 ? '王小明' : '李国强',
  `${String(index)}.00`,
]);
function damaged(): Uint8Array {
  const bytes = encodeText(lines([['客户号', '姓名', '余额'], ...damagedRows].map((row) => row.join(','))), 'utf-8');
  bytes[encodeText(lines([['客户号', '姓名', '余额'].join(','), '0001,王小']), 'utf-8').length - 2] = 0xff;
  return bytes;
}

export const encodingFiles: Readonly<Record<string, MessyFile>> = {
  'gb18030-customers.csv': messy(written(chinese), {
    dialect: { encoding: 'gb18030', delimiter: ',', hasHeader: true },
    ...chinese,
    leftOut: [],
  }),
  'gb18030-rare-names.csv': messy(
    lines(['客户号,姓名', '1,𠮷田一郎', '2,王小明', '3,陈𬭚']),
    {
      dialect: { encoding: 'gb18030', delimiter: ',', hasHeader: true },
      header: rare.header,
      rows: [['1', '𠮷田一郎'], ['2', '王小明'], ['3', '陈𬭚']],
      leftOut: [],
    },
  ),
  'big5-customers.csv': messy(written(taiwan), {
    dialect: { encoding: 'big5', delimiter: ',', hasHeader: true },
    ...taiwan,
    leftOut: [],
  }),
  // 功 and 許 end with 0x5C and 0x7C in Big5: the backslash and the delimiter.
  'big5-bars.txt': messy(lines(['帳號|戶名|備註', '001|許功蓋|轉帳', '002|陳大文|利息收入', '003|李小華|現金存款'], '\r\n'), {
    dialect: { encoding: 'big5', delimiter: '|', hasHeader: true },
    header: ['帳號', '戶名', '備註'],
    rows: [
      ['001', '許功蓋', '轉帳'],
      ['002', '陳大文', '利息收入'],
      ['003', '李小華', '現金存款'],
    ],
    leftOut: [],
  }),
  'shift-jis-customers.csv': messy(written(japan), {
    dialect: { encoding: 'shift_jis', delimiter: ',', hasHeader: true },
    ...japan,
    leftOut: [],
  }),
  'shift-jis-half-width.tsv': messy(lines(['コード\t名前\t金額', '1\tﾔﾏﾀﾞ ﾀﾛｳ\t1200', '2\tｻﾄｳ ﾊﾅｺ\t880', '3\tｽｽﾞｷ ｹﾝ\t15'], '\r\n'), {
    dialect: { encoding: 'shift_jis', delimiter: '\t', hasHeader: true },
    header: ['コード', '名前', '金額'],
    rows: [
      ['1', 'ﾔﾏﾀﾞ ﾀﾛｳ', '1200'],
      ['2', 'ｻﾄｳ ﾊﾅｺ', '880'],
      ['3', 'ｽｽﾞｷ ｹﾝ', '15'],
    ],
    leftOut: [],
  }),
  'windows-1252-names.csv': messy(written(europe), {
    dialect: { encoding: 'windows-1252', delimiter: ',', hasHeader: true },
    ...europe,
    leftOut: [],
  }),
  'windows-1252-euro.csv': messy(lines(['Konto;Inhaber;Saldo €', '1001;Jürgen Groß;12,50', '1002;André Lefèvre;7,00', '1003;„Café“ GmbH;1.250,75'], '\r\n'), {
    dialect: { encoding: 'windows-1252', delimiter: ';', decimal: ',', hasHeader: true },
    header: ['Konto', 'Inhaber', 'Saldo €'],
    rows: [
      ['1001', 'Jürgen Groß', '12,50'],
      ['1002', 'André Lefèvre', '7,00'],
      ['1003', '„Café“ GmbH', '1.250,75'],
    ],
    leftOut: [],
  }),
  'utf-16le-without-mark.txt': messy(written(chinese, '\t'), {
    dialect: { encoding: 'utf-16le', delimiter: '\t', hasHeader: true },
    ...chinese,
    leftOut: [],
  }),
  'utf-16be-mark.csv': messy(
    written(chinese, ';'),
    { dialect: { encoding: 'utf-16be', delimiter: ';', hasHeader: true }, ...chinese, leftOut: [] },
    true,
  ),
  'utf-8-one-damaged-byte.csv': {
    bytes: damaged(),
    meant: {
      dialect: { encoding: 'utf-8', delimiter: ',', hasHeader: true },
      header: ['客户号', '姓名', '余额'],
      rows: damagedRows.map(([id = '', name = '', amount = ''], index) =>
        index === 0 ? [id, '王\ufffd\ufffd明', amount] : [id, name, amount],
      ),
      leftOut: [],
    },
  },
};
