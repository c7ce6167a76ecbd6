import { expect, it } from 'vitest';
import { XmlTags } from './xml-tags';

const document =
  '<?xml version="1.0"?><!-- a > b --><x:a one="1 > 0" two=\'"\'>text &lt;&#20154;&#x4EBA;<b/><![CDATA[<raw>]]></x:a>';

function walk(pieces: readonly Uint8Array[]): unknown[] {
  const tags = new XmlTags(pieces);
  const seen: unknown[] = [];
  while (tags.next()) {
    const { name, text, isOpening, isEmpty } = tags;
    seen.push([name, text, isOpening, isEmpty, tags.attribute('one'), tags.attribute('two')]);
  }
  return seen;
}

it('gives the same tags wherever the pieces are cut', () => {
  const bytes = new TextEncoder().encode(document);
  const expected = [
    ['a', '', true, false, '1 > 0', '"'],
    ['b', 'text <人人', true, true, null, null],
    ['a', '<raw>', false, false, null, null],
  ];
  expect(walk([bytes])).toEqual(expected);
  for (let size = 1; size < 12; size++) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    expect(walk(pieces)).toEqual(expected);
  }
});
