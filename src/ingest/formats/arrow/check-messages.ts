import type { UnpackLimit } from '../unpack-limit';
import { FlatTable } from './flat-table';

const magic = new TextEncoder().encode('ARROW1');
const CONTINUES = 0xffffffff;

/** Kinds of messages. Source: Message.fbs, the union MessageHeader. */
const SCHEMA = 1;
const DICTIONARY_BATCH = 2;
const RECORD_BATCH = 3;

/** Kinds of types with lists or texts of their own. Source: Schema.fbs, the union Type. */
const TIMESTAMP = 10;
const UNION = 14;

const DEEPEST_FIELD = 64;
/** Columns of nulls take no bytes. */
const MOST_ROWS_OF_NOTHING = 1 << 24;

/**
 * Compares every length that an Arrow file or stream states with the bytes that are there: the library believes them, makes
 * room for them and walks lists to their end. Source: Arrow columnar format, “Serialization and IPC”; Message.fbs,
 * Schema.fbs, File.fbs.
 *
 * @throws Error, RangeError where they do not agree; `ingest.too-large`
 */
export function refuseFalseLengths(bytes: Uint8Array, limit: UnpackLimit): void {
  const isFile = magic.every((byte, index) => bytes[index] === byte);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isFile) {
    for (let at: number | null = 0; at !== null && at < bytes.length;) at = checkMessage(view, at, limit);
    return;
  }
  const footerEnd = bytes.length - magic.length - 4;
  const length = view.getInt32(footerEnd, true);
  if (!(length > 0 && length <= footerEnd)) throw new Error('the footer has no room');
  const footer = FlatTable.rootOf(part(view, footerEnd - length, length));
  checkSchema(footer.table(1));
  for (const list of [2, 3]) {
    const blocks = footer.vector(list, 24);
    for (let index = 0; index < blocks.length; index++) {
      checkMessage(view, blocks.int64(index * 24), limit);
    }
  }
}

const part = (view: DataView, at: number, length: number): DataView =>
  new DataView(view.buffer, view.byteOffset + at, length);

/** @returns where the next message begins; null where the stream ends */
function checkMessage(view: DataView, start: number, limit: UnpackLimit): number | null {
  const continues = view.getUint32(start, true) === CONTINUES;
  const at = start + (continues ? 8 : 4);
  const length = view.getInt32(at - 4, true);
  if (length === 0) return null;
  if (length < 0) throw new Error('a message of negative length');
  const message = FlatTable.rootOf(part(view, at, length));
  const bodyLength = message.int64(3);
  const end = at + length + bodyLength;
  if (!(bodyLength >= 0 && end <= view.byteLength)) throw new Error('a message is cut off');
  checkTexts(message.vector(4, 4));
  const kind = message.uint8(1);
  const header = message.table(2);
  const body = part(view, at + length, bodyLength);
  if (kind === SCHEMA) checkSchema(header);
  else if (kind === RECORD_BATCH) checkBatch(header, body, limit);
  else if (kind === DICTIONARY_BATCH) checkBatch(header?.table(1) ?? null, body, limit);
  return end;
}

function checkSchema(schema: FlatTable | null): void {
  if (schema === null) throw new Error('the schema is missing');
  const budget = { left: schema.byteLength };
  checkFields(schema.vector(1, 4), 0, budget);
  checkTexts(schema.vector(2, 4));
  schema.vector(3, 8);
}

type Vector = ReturnType<FlatTable['vector']>;

function checkFields(fields: Vector, depth: number, budget: { left: number }): void {
  if (depth > DEEPEST_FIELD) throw new Error('the fields lie too deep');
  for (let index = 0; index < fields.length; index++) {
    // Lists may share their parts: without a budget a few bytes could stand for very many fields.
    if (--budget.left < 0) throw new Error('more fields than bytes');
    const field = fields.table(index);
    field.passText(0);
    const type = field.table(3);
    if (field.uint8(2) === TIMESTAMP) type?.passText(1);
    if (field.uint8(2) === UNION) type?.vector(1, 4);
    checkFields(field.vector(5, 4), depth + 1, budget);
    checkTexts(field.vector(6, 4));
  }
}

/** Pairs of a key and a value. */
function checkTexts(pairs: Vector): void {
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs.table(index);
    pair.passText(0);
    pair.passText(1);
  }
}

function checkBatch(batch: FlatTable | null, body: DataView, limit: UnpackLimit): void {
  if (batch === null) throw new Error('a batch is missing');
  const isPacked = batch.table(3) !== null;
  const buffers = batch.vector(2, 16);
  let room = 0;
  for (let index = 0; index < buffers.length; index++) {
    const offset = buffers.int64(index * 16);
    const length = buffers.int64(index * 16 + 8);
    if (!(offset >= 0 && length >= 0 && offset + length <= body.byteLength)) {
      throw new Error('a buffer lies outside of its batch');
    }
    // Of a packed buffer the length stands before it; −1 where it is stored as it is.
    const said = isPacked && length >= 8 ? Number(body.getBigInt64(offset, true)) : -1;
    room += said < 0 ? length : said;
  }
  limit.foresee(room);
  const most = Math.max(room * 8, MOST_ROWS_OF_NOTHING);
  const nodes = batch.vector(1, 16);
  const rows = batch.int64(0);
  if (!(rows >= 0 && rows <= most)) throw new Error(`a batch of ${String(rows)} rows`);
  for (let index = 0; index < nodes.length; index++) {
    const length = nodes.int64(index * 16);
    const nulls = nodes.int64(index * 16 + 8);
    if (!(length >= 0 && length <= most && nulls >= 0 && nulls <= length)) {
      throw new Error(`a column of ${String(length)} values, ${String(nulls)} of them null`);
    }
  }
  batch.vector(4, 8);
}
