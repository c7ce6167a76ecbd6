/** One text kept between visits. Reading and writing never throw: some browsers offer no storage. */
export type SettingsStorage = {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  readonly remove: () => void;
};

/** @param part what is kept: settings and mappings have a place each */
export function settingsStorage(target: Window, part: 'preferences' | 'mappings'): SettingsStorage {
  const key = `clientele.${part}`;
  const attempt = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () => attempt(() => target.localStorage.getItem(key), null),
    write: (text) => {
      attempt(() => {
        target.localStorage.setItem(key, text);
      }, undefined);
    },
    remove: () => {
      attempt(() => {
        target.localStorage.removeItem(key);
      }, undefined);
    },
  };
}
