import type { MappedFile, MappingFile } from '../model/mapping';
import type { FirstLook, MappingTemplate } from '../project/mapping-templates';
import type { SettingsStorage } from './settings-storage.dom';

export type { MappingTemplate } from '../project/mapping-templates';

export type TemplatesHost = {
  readonly storage: SettingsStorage;
  /** ISO day. */
  readonly today: () => string;
};

/** How they are written comes with the pages that need it. */
const codec = () => import('../project/mapping-templates');

/** A file that was loaded: as it was found first, and the mapping by which it was read. */
export type LoadedFile = { readonly name: string; readonly first: FirstLook; readonly entry: MappedFile };

/** Mappings that this browser remembers, by the headers of the files: names of columns and codes, never a row. */
export class MappingTemplates {
  readonly #host: TemplatesHost;
  #list = $state.raw<readonly MappingTemplate[]>([]);
  #opened: Promise<void> | null = null;

  constructor(host: TemplatesHost) {
    this.#host = host;
  }

  get list(): readonly MappingTemplate[] {
    return this.#list;
  }

  /** Reads what earlier visits kept. */
  open(): Promise<void> {
    this.#opened ??= codec().then(({ parseTemplates }) => {
      this.#list = parseTemplates(this.#host.storage.read());
    });
    return this.#opened;
  }

  async find(header: readonly string[]): Promise<MappingTemplate | null> {
    await this.open();
    const { templateId } = await codec();
    const id = templateId(header);
    return this.#list.find((one) => one.id === id) ?? null;
  }

  async entryFor(
    template: MappingTemplate,
    name: string,
    dates: ReadonlyMap<string, string>,
  ): Promise<MappedFile> {
    const { entryFor } = await codec();
    return entryFor(template, name, dates);
  }

  async remember(files: readonly LoadedFile[]): Promise<void> {
    await this.open();
    const { templateOf } = await codec();
    const today = this.#host.today();
    await this.#add(files.flatMap(({ name, first, entry }) => templateOf(first, entry, name, today) ?? []));
  }

  /**
   * Takes the entries of a mapping file over; returns how many.
   *
   * @throws ingest.bad-mapping
   */
  async take(text: string): Promise<number> {
    await this.open();
    const { templatesOfMapping } = await codec();
    const added = templatesOfMapping(text, this.#host.today());
    await this.#add(added);
    return added.length;
  }

  /** Some or all of them as a mapping file. */
  async asMapping(templates: readonly MappingTemplate[]): Promise<MappingFile> {
    const { mappingOfTemplates } = await codec();
    return mappingOfTemplates(templates);
  }

  async remove(id: string): Promise<void> {
    await this.#keep(this.#list.filter((one) => one.id !== id));
  }

  /** Nothing stays in the browser. */
  forget(): void {
    this.#list = [];
    this.#opened = Promise.resolve();
    this.#host.storage.remove();
  }

  async #add(added: readonly MappingTemplate[]): Promise<void> {
    if (added.length === 0) return;
    const { withTemplates } = await codec();
    await this.#keep(withTemplates(this.#list, added));
  }

  async #keep(list: readonly MappingTemplate[]): Promise<void> {
    this.#list = list;
    const { formatTemplates } = await codec();
    if (list.length === 0) this.#host.storage.remove();
    else this.#host.storage.write(formatTemplates(list));
  }
}
