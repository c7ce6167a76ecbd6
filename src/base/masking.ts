/** Personal data as they are shown until the reader asks for them: enough to recognise, too little to copy. */

/** `张伟` → `张*`, `Zhang Wei` → `Z*`; empty stays empty. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}*`;
}

/** `13800001234` → `138****1234`; short numbers keep their last character. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? maskId(phone) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Identity, card and account numbers: the last four characters, one of a short number. */
export function maskId(id: string): string {
  if (id === '') return '';
  const shown = id.length > 6 ? 4 : 1;
  return `****${id.slice(-shown)}`;
}
