import type { Change } from '../i18n/change';
import type { Language } from '../i18n/language';
import type { SharedKey } from '../i18n/shared.messages';
import type { ChartModel, TableModel } from './chart-model';
import type { Scene, Size } from './scene/scene';

export type ChartLanguage = Language<SharedKey>;

/** One line of a tooltip. */
export type Fact = { readonly label: string; readonly value: string; readonly change?: Change };

/** A mark as keyboard and screen reader meet it. Rows are series, columns the order along the axis. */
export type ChartOption = {
  /** The same as the id of the target in the scene. */
  readonly id: string;
  /** What selection and drill speak of. */
  readonly key: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly spoken: string;
  /** The number as people copy it. */
  readonly copied: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly canSelect: boolean;
};

/** An axis along which a range can be set: what its steps are called in the link and in the boxes From and To. */
export type RangeAxis = {
  readonly keys: readonly string[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** The words of the button that sets it. */
  readonly action: SharedKey;
};

/** What a kind of chart knows besides drawing itself. */
export type ChartKind<Model extends ChartModel> = {
  readonly layout: (model: Model, size: Size, language: ChartLanguage) => Scene;
  readonly options: (model: Model, language: ChartLanguage) => readonly ChartOption[];
  readonly summary: (model: Model, language: ChartLanguage) => string;
  /** The same numbers as rows. */
  readonly table: (model: Model, language: ChartLanguage) => TableModel;
  /** Null where no range can be set. */
  readonly range?: (model: Model, language: ChartLanguage) => RangeAxis | null;
};
