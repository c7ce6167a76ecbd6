import { createContext } from 'svelte';
import type { Summary } from '../dataset/summary-key';
import type { Locale } from '../i18n/locale';
import type { BrowserHistory } from './browser-history.dom';
import { DatasetStore } from './dataset-store.svelte';
import type { EngineClient } from './engine';
import { ImportSession } from './import-session.svelte';
import { Jobs } from './jobs.svelte';
import { ListOrder } from './list-order.svelte';
import { MappingTemplates } from './mapping-templates.svelte';
import { Notices } from './notices.svelte';
import { Preferences, type Settings } from './preferences.svelte';
import { sampleId, type SampleOptions } from './sample-options';
import type { SettingsStorage } from './settings-storage.dom';
import { patchOfFilters } from './view-patch';
import { ViewStore } from './view-store.svelte';

export type AppOptions = {
  readonly engine: EngineClient;
  readonly history: BrowserHistory;
  readonly storage: SettingsStorage;
  /** Where remembered mappings are kept. */
  readonly mappings: SettingsStorage;
  readonly languages: readonly string[];
  readonly loadSummary: () => Promise<Summary | null>;
  readonly now: () => number;
  /** ISO day. */
  readonly today: () => string;
};

/** How the page looks to this reader: the settings of a link before those of the browser. */
export type Display = {
  readonly locale: Locale;
  readonly theme: Settings['theme'];
  readonly units: 'wan' | 'kmb';
  readonly deltaColours: Settings['deltaColours'];
};

/** The filter that was set last, in the words of its chip. */
export type LastFilter = { readonly name: string; readonly remove: () => void };

/** Other data: what filtered the ones before means nothing for them. */
const newData = { ...patchOfFilters({}), route: 'overview', m: undefined } as const;

/** Everything that pages share. Made once, in App; pages get it by {@link getApp}. */
export class AppState {
  readonly engine: EngineClient;
  readonly dataset: DatasetStore;
  readonly templates: MappingTemplates;
  readonly imports: ImportSession;
  readonly view: ViewStore;
  readonly preferences: Preferences;
  readonly notices = new Notices();
  readonly jobs = new Jobs();
  readonly listOrder = new ListOrder();

  /** What a page or card without a match offers to take back; the shell, which has the words, keeps it up to date. */
  lastFilter = $state.raw<LastFilter | null>(null);
  resetFilters = $state.raw(() => {
    this.view.reset('');
  });

  readonly #display = $derived.by((): Display => {
    const { lang, th, dc, u } = this.view.state;
    const { locale, theme, units, deltaColours } = this.preferences;
    const language = lang ?? locale;
    return {
      locale: language,
      theme: th ?? theme,
      units: u ?? (units === 'auto' ? (language === 'zh' ? 'wan' : 'kmb') : units),
      deltaColours: dc ?? deltaColours,
    };
  });

  constructor({ engine, history, storage, mappings, languages, loadSummary, now, today }: AppOptions) {
    this.engine = engine;
    this.dataset = new DatasetStore({ engine, loadSummary });
    this.templates = new MappingTemplates({ storage: mappings, today });
    this.imports = new ImportSession({ engine, dataset: this.dataset, templates: this.templates, now });
    this.view = new ViewStore({ history, now, info: () => this.dataset.info });
    this.preferences = new Preferences(storage, languages);
  }

  get display(): Display {
    return this.#display;
  }

  /** Changes settings of the reader; what a link said about them no longer counts. */
  set(part: Partial<Settings>): void {
    this.preferences.set(part);
    const { lang, th, dc, u } = this.view.state;
    if (lang ?? th ?? dc ?? u)
      this.view.replace({ lang: undefined, th: undefined, dc: undefined, u: undefined });
  }

  /** Opens the made-up bank on Overview. */
  openSample(options: SampleOptions): void {
    void this.dataset.openSample(options);
    this.view.commit({ ...newData, b: sampleId(options) }, '', 'data');
  }

  /**
   * Opens what a person dropped or chose: a project at once, everything else in the wizard. Resolves with the names of
   * files that were chosen already.
   */
  async openFiles(files: readonly File[]): Promise<readonly string[]> {
    const project = files.find(({ name }) => name.toLowerCase().endsWith('.clientele'));
    if (project) {
      const isOpen = await this.dataset.openProject(project);
      const id = this.dataset.info?.id;
      if (isOpen && id !== undefined) this.view.commit({ ...newData, b: id }, '', 'data');
      return [];
    }
    const known = this.imports.add(files);
    if (this.view.page !== 'import' || this.view.path[0] !== 'files') {
      this.view.commit({ route: 'import/files' }, '', 'data');
    }
    return known;
  }

  /** Opens a page on the data that were imported last. */
  openImported(route = 'overview'): void {
    const id = this.dataset.info?.id;
    if (id !== undefined) this.view.commit({ ...newData, route, b: id }, '', 'data');
  }

  dispose(): void {
    this.view.dispose();
    this.engine.dispose();
  }
}

const [get, set] = createContext<AppState>();

/** The state that pages share; call it while a component is set up. */
export const getApp = get;
export const provideApp = set;
