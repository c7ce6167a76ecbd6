/** Text from the clipboard as a file: spreadsheets separate cells by tabs. */
export function pastedFile(text: string, title: string): { readonly name: string; readonly content: string } {
  const content = text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const [first = ''] = content.split('\n', 1);
  return { name: `${title}.${first.includes('\t') ? 'tsv' : 'csv'}`, content: `${content}\n` };
}
