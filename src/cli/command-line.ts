import { shortCodes, toAppError, type AppError, type ErrorCode } from '../base/errors';
import { errorText } from '../i18n/error-text';
import { formatsFor } from '../i18n/formats';
import { UsageError } from './arguments';
import type { CommandIo } from './command-io';
import { importCommand } from './import-command';
import { readCommand } from './read-command';
import { runCommand, tasksCommand } from './run-command';
import { sampleCommand } from './sample-command';
import { sqlCommand } from './sql-command';

type Command = (argv: readonly string[], io: CommandIo) => Promise<void>;

const commands: Readonly<Record<string, { readonly usage: string; readonly command: Command }>> = {
  sample: { usage: 'sample --customers N --months M --seed S --out DIR', command: sampleCommand },
  read: { usage: 'read FILE… [--out DIR] [--format csv|json] [--report FILE]', command: readCommand },
  import: {
    usage: 'import FILE… [--mapping FILE] [--into P.clientele] --out P.clientele [--report FILE]',
    command: importCommand,
  },
  tasks: { usage: 'tasks', command: tasksCommand },
  run: { usage: 'run P.clientele TASK [--params JSON]', command: runCommand },
  sql: { usage: 'sql P.clientele "SELECT …" [--format csv|json]', command: sqlCommand },
};

export const usage: string = [
  'Usage:',
  ...Object.values(commands).map((one) => `  clientele ${one.usage}`),
  '',
  'Results go to stdout, messages to stderr. Exit code 0: done; 1: the input was refused; 2: wrong usage.',
  '',
].join('\n');

/**
 * Carries out one command.
 *
 * @returns the exit code: 0 done, 1 the input was refused (one sentence on stderr says why), 2 wrong usage
 */
export async function runCommandLine(argv: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = argv;
  if (['--help', '-h', 'help'].includes(name) || rest.includes('--help')) {
    await io.stdout(usage);
    return 0;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) {
    io.stderr(name === '' ? usage : `There is no command ${name}.\n${usage}`);
    return 2;
  }
  try {
    await known.command(rest, io);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`${error.message}.\nUsage: clientele ${known.usage}\n`);
      return 2;
    }
    io.stderr(`${refusalText(toAppError(error))}\n`);
    return 1;
  }
}

const formats = formatsFor({ locale: 'en', units: 'kmb', currency: 'XXX' });

/** Refusals whose own words say more than the page's sentence, which stands beside what it is about. */
const saidInFull: ReadonlySet<ErrorCode> = new Set([
  'internal.unexpected',
  'task.bad-parameters',
  'ingest.bad-mapping',
]);

/** One sentence: what was refused and why, with the short code that the page shows too. */
function refusalText(error: AppError): string {
  const short = shortCodes[error.code];
  if (saidInFull.has(error.code)) return `${short} ${error.message.replace(/\.$/, '')}.`;
  const { title, where } = errorText(error, { f: formats });
  const place = where === undefined || title.includes(where) ? '' : ` (${where})`;
  return `${short} ${title.replace(/\.$/, '')}${place}${answerTo(error)}.`;
}

/** How a mapping file answers what only a person can say. */
function answerTo({ code, details }: AppError): string {
  const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  const entry = (value: object) =>
    `; say it with --mapping: {"version":1,"files":[${JSON.stringify(value)}]}`;
  const match = { name: details['file'] };
  const { table, role, column } = details;
  if (code === 'ingest.ambiguous-role') {
    const [first = ''] = list(details['candidates']);
    return entry({ match, table, columns: { [first]: role } });
  }
  if (code === 'ingest.ambiguous-date' && typeof column === 'string') {
    const [first = ''] = list(details['formats']);
    return entry({ match, table, columns: {}, dates: { [column]: first } });
  }
  return '';
}
