import type { Choice } from '../../model/filters';
import type { AppState } from '../../state/app-state.svelte';
import type { Label } from '../../state/filter-history.svelte';
import type { ViewPatch } from '../../state/view-patch';

const pause = 300;

/**
 * What a person changes in an open menu: shown at once, applied a moment after the last change or when the menu closes.
 */
export class FilterEdits {
  readonly #app: AppState;
  readonly #describe: (patch: ViewPatch) => Label;
  #patch = $state.raw<ViewPatch>({});
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param describe the words of the step */
  constructor(app: AppState, describe: (patch: ViewPatch) => Label) {
    this.#app = app;
    this.#describe = describe;
  }

  /** A choice as it will be. */
  choice(key: 'prod' | 'ch'): Choice | undefined {
    return key in this.#patch ? this.#patch[key] : this.#app.view.state[key];
  }

  choices(key: 'seg' | 'f'): Readonly<Record<string, Choice>> {
    return (key in this.#patch ? this.#patch[key] : this.#app.view.state[key]) ?? {};
  }

  get org(): string | undefined {
    return 'org' in this.#patch ? this.#patch.org : this.#app.view.state.org;
  }

  change(patch: ViewPatch): void {
    this.#patch = { ...this.#patch, ...patch };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.apply();
    }, pause);
  }

  /** One value of `seg` or `f`. */
  changeOne(key: 'seg' | 'f', field: string, choice: Choice | undefined): void {
    const others = Object.entries(this.choices(key)).filter(([name]) => name !== field);
    const all = Object.fromEntries(choice ? [...others, [field, choice]] : others);
    this.change({ [key]: Object.keys(all).length > 0 ? all : undefined });
  }

  apply(): void {
    clearTimeout(this.#timer);
    const patch = this.#patch;
    this.#patch = {};
    const keys = Object.keys(patch);
    if (keys.length > 0) this.#app.view.commit(patch, this.#describe(patch), keys.join(' '));
  }
}
