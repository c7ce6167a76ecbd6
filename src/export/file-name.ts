/** A name that every file system takes: the words of a title, joined by hyphens. */
export function fileName(title: string, extension: string): string {
  const words = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${words === '' ? 'clientele' : words}.${extension}`;
}
