import { shortCodes, toAppError, type AppError } from '../base/errors';
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

/** One sentence: what was refused and why, with the short code that the page shows too. */
function refusalText(error: AppError): string {
  // A person at a command line reads and reports what a page would offer to copy.
  if (error.code === 'internal.unexpected') return `${shortCodes[error.code]} ${error.message}`;
  const { title, where, short } = errorText(error, { f: formats });
  const place = where === undefined || title.includes(where) ? '' : ` (${where})`;
  return `${short} ${title.replace(/\.$/, '')}${place}.`;
}
