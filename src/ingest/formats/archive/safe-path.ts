/** What file systems and people put beside the files of an archive. */
const besides = /(?:^|\/)(?:__MACOSX|\.git|\.svn)\/|(?:^|\/)(?:\.[^/]*|thumbs\.db|desktop\.ini)$/iu;

/** Whether a path of an archive is a file with something to read. */
export const isContent = (path: string): boolean => !path.endsWith('/') && !besides.test(path);

/**
 * A path of an archive as a name that leads nowhere else: no drive, no root, no way up, no control characters.
 *
 * @example safePath('..\\..\\C:/etc/passwd') // 'etc/passwd'
 */
export function safePath(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .map((part) => part.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/u.test(part));
  return parts.join('/') || 'file';
}
