import sqlite from 'sql.js/dist/sql-wasm.wasm?url&inline';

/** SQLite as part of the script, for a program that is one file. */
export function inlinedSqlite(): ArrayBuffer {
  const binary = atob(sqlite.slice(sqlite.indexOf(',') + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
}
