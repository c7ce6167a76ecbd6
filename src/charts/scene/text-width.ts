import type { Box, SceneText } from './scene';

/**
 * Widths of characters in em, for layouts that cannot ask a browser. Latin ones are those of Arial and its metric
 * twins; narrower system faces leave some air.
 */
function em(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (code === 0x25b2 || code === 0x25bc) return 1;
  if ("iljI.,:;'|!·".includes(character)) return 0.28;
  if ('frt()[]-/ \u00a0'.includes(character)) return 0.33;
  if ('mwMW%'.includes(character)) return 0.89;
  if (/[A-Z¥$€£&@]/.test(character)) return 0.7;
  if ('−+×–≈<>'.includes(character)) return 0.6;
  return 0.56;
}

/** Width of a text in pixels. Bold is a little wider. */
export function textWidth(text: string, size = 12, isBold = false): number {
  let width = 0;
  for (const character of text) width += em(character);
  return width * size * (isBold ? 1.06 : 1);
}

/** The text, cut with an ellipsis to fit. */
export function ellipsis(text: string, room: number, size = 12): string {
  if (textWidth(text, size) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size) > room)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Up to `maxLines` lines; Latin breaks at blanks, Chinese anywhere; the last line is cut. */
export function wrap(text: string, room: number, maxLines: number): readonly string[] {
  if (maxLines <= 1 || textWidth(text) <= room) return [ellipsis(text, room)];
  const pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (line !== '' && textWidth((line + piece).trimEnd()) > room) {
      if (lines.length === maxLines - 1)
        return [...lines, ellipsis(line + pieces.slice(index).join(''), room)];
      lines.push(ellipsis(line.trimEnd(), room));
      line = '';
    }
    line += piece;
  }
  return [...lines, ellipsis(line.trimEnd(), room)];
}

/** Where a text of a scene stands; 12 px text is about 9 px above and 3 px below its baseline. */
export function textBox({ x, y, text, anchor, className, size = 12 }: SceneText): Box {
  const width = textWidth(text, size, /strong|big/.test(className));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.75, width, height: size };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
