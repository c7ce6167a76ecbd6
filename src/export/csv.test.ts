import { describe, expect, it } from 'vitest';
import { csvText } from './csv';

const body = (...cells: (string | number | null)[]) => csvText(['a'], [cells]).split('\r\n')[1];

describe('csvText', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(csvText(['客户', 'n'], [['王*', 1]])).toBe('\uFEFF客户,n\r\n王*,1\r\n');
  });

  it('keeps ids as text with their leading zeros and all digits', () => {
    expect(body('00012345', '6222020200112230099')).toBe('00012345,6222020200112230099');
  });

  it.each(['=1+1', '+cmd', '-x', '@sum', '\tx'])('makes %j plain text', (text) => {
    expect(body(text)).toMatch(/^"?'/);
  });

  it('leaves signed numbers alone', () => {
    expect(body('-1.5', '+3', -2, '-4.5%')).toBe('-1.5,+3,-2,-4.5%');
  });

  it('writes unknown as an empty cell, never as 0', () => {
    expect(body(null, Number.NaN, 0)).toBe(',,0');
  });

  it('quotes delimiters, quotes, line ends and blanks at the ends', () => {
    expect(csvText(['a'], [['x,y'], ['say "hi"'], ['two\nlines'], [' x']])).toBe(
      '\uFEFFa\r\n"x,y"\r\n"say ""hi"""\r\n"two\nlines"\r\n" x"\r\n',
    );
  });
});
