import { features } from '../../features/index';
import { Analysis } from '../../state/analysis.svelte';
import type { AppState } from '../../state/app-state.svelte';
import { missingNeeds } from '../needs';

/** Which filters these data allow. Known of the data at once; attributes and segments as soon as there are rows. */
export class FilterSlots {
  readonly #app: AppState;
  readonly #fields: Analysis<'filters.fields'>;

  constructor(app: AppState) {
    this.#app = app;
    this.#fields = new Analysis(app, 'filters.fields');
  }

  /** Call it in an effect: it follows the data. */
  follow(): void {
    if (this.#app.dataset.hasRows) void this.#fields.run({});
  }

  get hasOrganisation(): boolean {
    const { result } = this.#fields;
    if (result) return result.hasBranches || result.hasManagers;
    const { info } = this.#app.dataset;
    return info !== null && info.branches.length + info.managers.length > 0;
  }

  get hasProducts(): boolean {
    return this.#fields.result?.hasProducts ?? (this.#app.dataset.info?.products.length ?? 0) > 1;
  }

  get hasChannels(): boolean {
    return this.#fields.result?.hasChannels ?? (this.#app.dataset.info?.channels.length ?? 0) > 0;
  }

  /** Published columns, and those that a question about them would make. */
  get segments(): readonly string[] {
    return [...new Set([...this.#offered(), ...this.#named('published')])];
  }

  get attributes(): readonly string[] {
    return [...this.#named('customer'), ...this.#named('derived')];
  }

  #offered(): readonly string[] {
    const { info } = this.#app.dataset;
    if (info === null || !this.#app.dataset.hasRows) return [];
    return features
      .flatMap(({ segments = [] }) => segments)
      .filter(({ needs }) => missingNeeds(needs, info).length === 0)
      .map(({ field }) => field);
  }

  #named(source: 'customer' | 'derived' | 'published'): readonly string[] {
    const fields = this.#fields.result?.fields ?? [];
    return fields.filter((one) => one.source === source).map(({ field }) => field);
  }
}
