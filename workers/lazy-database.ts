import type { Control } from '../src/base/control';
import type { Dataset } from '../src/dataset/dataset';
import type { LoadedData } from './loaded-data';
import type { SqlDatabase, Storage } from './storage';

/** The database of what is loaded: made when first asked for, and anew when the data have changed. */
export class LazyDatabase {
  readonly #data: LoadedData;
  readonly #open: Storage['openDatabase'];
  #sqlite: ArrayBuffer | null = null;
  #current: { readonly of: Dataset; readonly database: SqlDatabase } | null = null;

  constructor(data: LoadedData, open: Storage['openDatabase']) {
    this.#data = data;
    this.#open = open;
  }

  useSqlite(binary: ArrayBuffer): void {
    this.#sqlite = binary;
  }

  async get(control: Control): Promise<SqlDatabase> {
    const { dataset } = this.#data;
    if (this.#current?.of === dataset) return this.#current.database;
    this.close();
    const database = await this.#open(dataset, this.#sqlite, control);
    this.#current = { of: dataset, database };
    return database;
  }

  /** Frees its memory. */
  close(): void {
    this.#current?.database.close();
    this.#current = null;
  }
}
