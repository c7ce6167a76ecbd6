import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line was used wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type CommandLine<Option extends string> = {
  readonly files: readonly string[];
  readonly options: Readonly<Partial<Record<Option, string>>>;
};

/** The positional arguments and the options with values of a command. An option that comes twice counts once, the last. */
export function readArguments<Option extends string>(
  argv: readonly string[],
  optionNames: readonly Option[],
): CommandLine<Option> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    optionNames.map((name) => [name, { type: 'string' as const }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { files: positionals, options: values as Partial<Record<Option, string>> };
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(sentence.replace(/\.$/, ''));
  }
}

export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly [T, ...T[]],
): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${option} is ${allowed.join(' or ')}, not ${value}`);
  return found;
}

export function required(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing`);
  return value;
}

export function wholeNumber(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,15}$/.test(value)) throw new UsageError(`--${option} is a whole number, not ${value}`);
  return Number(value);
}
