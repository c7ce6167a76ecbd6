/** A chart as it leaves the page: with everything a reader elsewhere needs to know. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Inner markup of the chart, styles in attributes. */
  readonly body: string;
  readonly title: string;
  readonly subtitle: string;
  /** Filters in words, source, as-of date: one line each under the plot. */
  readonly notes: readonly string[];
  readonly fontFamily: string;
  readonly colours: { readonly background: string; readonly text: string; readonly quiet: string };
};

const margin = 16;
const titleLine = 24;
const textLine = 18;

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function pictureSize({ width, height, notes }: Picture): {
  readonly width: number;
  readonly height: number;
} {
  return {
    width: width + 2 * margin,
    height: margin + titleLine + textLine + 8 + height + 8 + notes.length * textLine + margin,
  };
}

/** A stand-alone SVG: title, subtitle, chart, notes. It refers to nothing outside itself. */
export function svgDocument(picture: Picture): string {
  const { title, subtitle, notes, body, fontFamily, colours } = picture;
  const { width, height } = pictureSize(picture);
  const text = (y: number, size: number, weight: number, colour: string, words: string) =>
    `<text x="${String(margin)}" y="${String(y)}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${colour}">${escapeXml(words)}</text>`;
  const top = margin + titleLine + textLine + 8;
  const below = top + picture.height + 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" font-family="${escapeXml(fontFamily)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.background}"/>`,
    text(margin + 16, 16, 600, colours.text, title),
    text(margin + titleLine + 13, 12, 400, colours.quiet, subtitle),
    `<g transform="translate(${String(margin)} ${String(top)})">${body}</g>`,
    ...notes.map((note, index) => text(below + 13 + index * textLine, 12, 400, colours.quiet, note)),
    '</svg>',
  ].join('');
}
