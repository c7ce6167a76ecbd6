import type { Language } from '../../i18n/language';
import { moneyUnitName } from '../../i18n/money-unit.messages';
import type { DraftFile } from '../../ingest/import-draft';
import { amountSigns, minorUnitsPer, type AmountSign, type MoneyUnit } from '../../model/mapping';
import type { AskedQuestion } from './match-view';
import type { ImportKey } from './messages';
import { signKeys } from './remedies';

/** Something that is taken for granted unless a person says otherwise. */
export type ChoiceQuestion = AskedQuestion & {
  readonly kind: 'unit' | 'sign';
  /** Columns that it is about. */
  readonly columns: readonly string[];
};

export const moneyUnits = Object.keys(minorUnitsPer) as readonly MoneyUnit[];

/** Whether a text is a unit of money; what a list of units gives back. */
export const isMoneyUnit = (text: string): text is MoneyUnit => moneyUnits.some((unit) => unit === text);
export const isAmountSign = (text: string): text is AmountSign => amountSigns.some((sign) => sign === text);

/**
 * What the amounts of a file are, where the evidence is open: their unit, and whether they came in or went out. Each is
 * asked once per file and has an answer already.
 *
 * @param found the file as it was found first
 */
export function choiceQuestions(
  file: DraftFile,
  found: DraftFile | null,
  language: Language<ImportKey>,
): readonly ChoiceQuestion[] {
  return [...unitQuestion(file, found, language), ...signQuestion(file, found, language)];
}

function unitQuestion(
  file: DraftFile,
  found: DraftFile | null,
  { t, f, locale }: Language<ImportKey>,
): readonly ChoiceQuestion[] {
  const doubts = new Map(
    [...(found?.columns ?? []), ...file.columns].flatMap(({ column, unitDoubt }) =>
      unitDoubt === undefined ? [] : [[column, unitDoubt] as const],
    ),
  );
  const open = file.columns.filter(({ column, unit }) => unit !== undefined && doubts.has(column));
  const [first] = open;
  if (first === undefined) return [];
  const why = doubts.get(first.column) === 'title' ? t('ask.unit-title') : t('ask.unit-decimals');
  const example = first.examples.find((text) => Number.isFinite(Number(text)));
  const worth = (unit: MoneyUnit) =>
    example === undefined
      ? ''
      : `${example} = ${f.value((Number(example) * minorUnitsPer[unit]) / minorUnitsPer.yuan, 'count')}`;
  return [
    {
      id: `${file.name}/unit`,
      kind: 'unit',
      columns: open.map(({ column }) => column),
      file: file.name,
      text: `${t('ask.unit', { file: file.name })} ${why}${locale === 'en' ? '.' : '。'}`,
      answer: first.unit ?? null,
      choices: moneyUnits.map((value) => ({
        value,
        label: moneyUnitName(value, locale),
        note: worth(value),
      })),
    },
  ];
}

function signQuestion(
  file: DraftFile,
  found: DraftFile | null,
  { t }: Language<ImportKey>,
): readonly ChoiceQuestion[] {
  const amount = file.columns.find(({ field }) => field === 'amount');
  const isOpen = found?.sign?.isOpen === true || file.sign?.isOpen === true;
  if (file.sign === undefined || amount === undefined || !isOpen) return [];
  const note = t('ask.sign-none');
  return [
    {
      id: `${file.name}/sign`,
      kind: 'sign',
      columns: [amount.column],
      file: file.name,
      text: t('ask.sign', { file: file.name }),
      answer: file.sign.value,
      choices: [
        { value: 'as-written', label: t('sign.inflow'), note },
        { value: 'outflow', label: t(signKeys.outflow), note },
      ],
    },
  ];
}
