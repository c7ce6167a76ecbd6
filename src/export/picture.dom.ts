import { svgDocument, type Picture } from './picture';

type Words = Pick<Picture, 'title' | 'subtitle' | 'notes'>;

/** What the stylesheet says about a shape; everything else has its initial value or stands in an attribute. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
] as const;

/** A drawn chart as a stand-alone SVG, always in light colours: it is read on paper and in other programs. */
export function svgOf(drawn: SVGSVGElement, words: Words): string {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  const holder = document.createElement('div');
  holder.className = 'sr-only';
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  holder.append(copy);
  document.body.append(holder);
  // Nothing is painted before it is set back.
  root.dataset['theme'] = 'light';
  try {
    for (const element of copy.querySelectorAll<SVGElement>('*')) inlineStyle(element);
    const own = getComputedStyle(holder);
    const token = (name: string) => colourOf(holder, own.getPropertyValue(name));
    return svgDocument({
      ...words,
      width: drawn.width.baseVal.value,
      height: drawn.height.baseVal.value,
      body: copy.innerHTML.replaceAll(/<!--[\s\S]*?-->/g, ''),
      fontFamily: own.fontFamily.replaceAll('"', "'"),
      colours: { background: token('--card'), text: token('--text-1'), quiet: token('--text-2') },
    });
  } finally {
    holder.remove();
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}

function inlineStyle(element: SVGElement): void {
  const style = getComputedStyle(element);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value !== '') element.setAttribute(name, value.replaceAll('"', "'"));
  }
  for (const name of ['class', 'style', 'data-key']) element.removeAttribute(name);
}

/** The value of a token as a plain colour: light-dark() is resolved only where it is used. */
function colourOf(holder: HTMLElement, value: string): string {
  holder.style.color = value;
  const colour = getComputedStyle(holder).color;
  holder.style.color = '';
  return colour;
}

/** The same as a PNG of twice the size. */
export async function pngOf(svg: string): Promise<Blob> {
  const scale = 2;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The picture could not be encoded'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
