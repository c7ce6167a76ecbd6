import { lines, messy, type MessyFile } from './messy-file';

export const quoteFiles: Readonly<Record<string, MessyFile>> = {
  'backslash-before-quotes.csv': messy(
    lines(['id,note,amount', '1,"he said \\"hello\\"",5', '2,"a, \\"b\\", c",6', '3,"plain",7', '4,"back\\\\slash",8']),
    {
      dialect: { delimiter: ',', quote: '"', escape: '\\', hasHeader: true },
      header: ['id', 'note', 'amount'],
      rows: [
        ['1', 'he said "hello"', '5'],
        ['2', 'a, "b", c', '6'],
        ['3', 'plain', '7'],
        ['4', 'back\\slash', '8'],
      ],
      leftOut: [],
    },
  ),
  'backslash-before-delimiters.txt': messy(
    lines(['id,note,amount', '1,one\\, two,5', '2,three,6', '3,four\\, five\\, six,7', '4,seven,8', '5,eight,9']),
    {
      dialect: { delimiter: ',', escape: '\\', hasHeader: true },
      header: ['id', 'note', 'amount'],
      rows: [
        ['1', 'one, two', '5'],
        ['2', 'three', '6'],
        ['3', 'four, five, six', '7'],
        ['4', 'seven', '8'],
        ['5', 'eight', '9'],
      ],
      leftOut: [],
    },
  ),
  'paths-are-no-escapes.csv': messy(
    lines(['id,path,size', '1,"C:\\temp\\a.csv",5', '2,"C:\\temp\\",6', '3,"say ""hi""",7', '4,"D:\\x",8']),
    {
      dialect: { delimiter: ',', quote: '"', escape: null, hasHeader: true },
      header: ['id', 'path', 'size'],
      rows: [
        ['1', 'C:\\temp\\a.csv', '5'],
        ['2', 'C:\\temp\\', '6'],
        ['3', 'say "hi"', '7'],
        ['4', 'D:\\x', '8'],
      ],
      leftOut: [],
    },
  ),
  'single-quotes.csv': messy(
    lines(["'id','name','amount'", "'1','Lee, Ann','5'", "'2','O''Neill','6'", "'3','Cid','7'"]),
    {
      dialect: { delimiter: ',', quote: "'", hasHeader: true },
      header: ['id', 'name', 'amount'],
      rows: [
        ['1', 'Lee, Ann', '5'],
        ['2', "O'Neill", '6'],
        ['3', 'Cid', '7'],
      ],
      leftOut: [],
    },
  ),
  'inches.csv': messy(lines(['id,item,price', '1,5" pipe,10', '2,7" pipe,12', '3,"12"" pipe",30', '4,nail,1']), {
    dialect: { delimiter: ',', quote: '"', hasHeader: true },
    header: ['id', 'item', 'price'],
    rows: [
      ['1', '5" pipe', '10'],
      ['2', '7" pipe', '12'],
      ['3', '12" pipe', '30'],
      ['4', 'nail', '1'],
    ],
    leftOut: [],
  }),
  'quotes-as-text.txt': messy(
    lines(['id|name|amount', '1|"Big Ann|10', '2|"Bob|20', '3|"Cid|30', '4|Dan|40', '5|"Eve|50']),
    {
      dialect: { delimiter: '|', quote: null, hasHeader: true },
      header: ['id', 'name', 'amount'],
      rows: [
        ['1', '"Big Ann', '10'],
        ['2', '"Bob', '20'],
        ['3', '"Cid', '30'],
        ['4', 'Dan', '40'],
        ['5', '"Eve', '50'],
      ],
      leftOut: [],
      doubts: ['dialect.quotes'],
    },
  ),
  'one-unclosed-quote.csv': messy(
    lines(['id,name,amount', '1,"Ann",10', '2,"Bob,20', '3,"Cid",30', '4,"Dan, jr.",40', '5,"Eve",50']),
    {
      dialect: { delimiter: ',', quote: '"', hasHeader: true },
      header: ['id', 'name', 'amount'],
      rows: [
        ['1', 'Ann', '10'],
        ['3', 'Cid', '30'],
        ['4', 'Dan, jr.', '40'],
        ['5', 'Eve', '50'],
      ],
      leftOut: [[3, 'row.unclosed-quote']],
    },
  ),
  'unclosed-quote-at-last.csv': messy(
    lines(['id,name,amount', '1,"Ann",10', '2,"Bob",20', '3,"Cid,30', '4,Dan,40', '5,Eve,50']),
    {
      dialect: { delimiter: ',', quote: '"', hasHeader: true },
      header: ['id', 'name', 'amount'],
      rows: [
        ['1', 'Ann', '10'],
        ['2', 'Bob', '20'],
        ['4', 'Dan', '40'],
        ['5', 'Eve', '50'],
      ],
      leftOut: [[4, 'row.unclosed-quote']],
    },
  ),
  'line-ends-in-quotes.csv': messy(
    'id,note,amount\r\n1,"first\r\nsecond",5\r\n2,"one\ntwo\n\nfour",6\r\n3,"x",7\r\n',
    {
      dialect: { delimiter: ',', quote: '"', hasHeader: true },
      header: ['id', 'note', 'amount'],
      rows: [
        ['1', 'first\r\nsecond', '5'],
        ['2', 'one\ntwo\n\nfour', '6'],
        ['3', 'x', '7'],
      ],
      leftOut: [],
    },
  ),
  'mixed-line-ends.csv': messy('id,name,amount\r\n1,Ann,5\n2,Bob,6\r3,Cid,7\r\n4,Dan,8', {
    dialect: { delimiter: ',', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann', '5'],
      ['2', 'Bob', '6'],
      ['3', 'Cid', '7'],
      ['4', 'Dan', '8'],
    ],
    leftOut: [],
  }),
  'quoted-whole-lines.csv': messy(lines(['id,name,amount', '1,Ann,5', '2,"Bob, jr.",6', '3,Cid,7', '4,Dan,8'], '\r'), {
    dialect: { delimiter: ',', quote: '"', hasHeader: true },
    header: ['id', 'name', 'amount'],
    rows: [
      ['1', 'Ann', '5'],
      ['2', 'Bob, jr.', '6'],
      ['3', 'Cid', '7'],
      ['4', 'Dan', '8'],
    ],
    leftOut: [],
  }),
};
