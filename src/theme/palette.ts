/** sRGB, each 0–1. */
export type Colour = readonly [red: number, green: number, blue: number];
export type Theme = 'light' | 'dark';
export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';

/**
 * Colours of a token file by name, for one theme. Understands `--name: #hex` and `--name: light-dark(#hex, #hex)`;
 * everything else is left out.
 */
export function parseColours(css: string, theme: Theme): ReadonlyMap<string, Colour> {
  const colours = new Map<string, Colour>();
  const declaration =
    /--([\w-]+):\s*(?:light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)|(#[0-9a-f]{6}))\s*;/gi;
  for (const [, name = '', light, dark, both] of css.matchAll(declaration)) {
    const hex = both ?? (theme === 'light' ? light : dark);
    if (hex !== undefined && !colours.has(name)) colours.set(name, fromHex(hex));
  }
  return colours;
}

export function fromHex(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const encoded = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, contrast ratio: 1–21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Severity 1.0. Source: Machado, Oliveira, Fernandes 2009, table of matrices, in linear RGB. */
const machado: Readonly<Record<Exclude<Vision, 'normal'>, readonly number[]>> = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** How a colour looks to a reader. */
export function seen(colour: Colour, vision: Vision): Colour {
  if (vision === 'normal') return colour;
  const rgb = colour.map(linear);
  const row = (at: number): number => {
    const matrix = machado[vision];
    const value = [0, 1, 2].reduce((sum, k) => sum + (matrix[at * 3 + k] ?? 0) * (rgb[k] ?? 0), 0);
    return encoded(Math.min(1, Math.max(0, value)));
  };
  return [row(0), row(1), row(2)];
}

type Lab = readonly [l: number, a: number, b: number];

/** CIE L*a*b*, D65. */
function lab(colour: Colour): Lab {
  const [r, g, b] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

const degrees = (angle: number): number => (angle * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;

/**
 * CIEDE2000 colour difference of two L*a*b* colours. Source: Sharma, Wu, Dalal 2005, equations 2–22; k = 1.
 *
 * @example
 * difference2000([50, 2.6772, -79.7751], [50, 0, -82.7485]) // 2.0425
 */
export function difference2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [ap1, ap2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(ap1, b1), Math.hypot(ap2, b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (degrees(Math.atan2(b, a)) + 360) % 360);
  const [h1, h2] = [hue(ap1, b1), hue(ap2, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = h2 - h1;
  const dh = isGrey ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
  const dL = l2 - l1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2));
  const meanL = (l1 + l2) / 2;
  const meanCp = (c1 + c2) / 2;
  const meanH = isGrey
    ? h1 + h2
    : Math.abs(turn) <= 180
      ? (h1 + h2) / 2
      : h1 + h2 < 360
        ? (h1 + h2 + 360) / 2
        : (h1 + h2 - 360) / 2;
  const t =
    1 -
    0.17 * Math.cos(radians(meanH - 30)) +
    0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) -
    0.2 * Math.cos(radians(4 * meanH - 63));
  const spread = 30 * Math.exp(-(((meanH - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(meanCp ** 7 / (meanCp ** 7 + 25 ** 7));
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sc = 1 + 0.045 * meanCp;
  const sh = 1 + 0.015 * meanCp * t;
  const rt = -Math.sin(radians(2 * spread)) * rc;
  return Math.sqrt((dL / sl) ** 2 + (dC / sc) ** 2 + (dH / sh) ** 2 + rt * (dC / sc) * (dH / sh));
}

/** How far apart two colours look to a reader (CIEDE2000). */
export function distance(one: Colour, other: Colour, vision: Vision): number {
  return difference2000(lab(seen(one, vision)), lab(seen(other, vision)));
}
