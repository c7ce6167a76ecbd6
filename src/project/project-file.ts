import { AppError } from '../base/errors';
import { frameFromArrow, frameToArrow } from '../columns/arrow';
import { columnLength } from '../columns/column';
import type { Frame } from '../columns/frame';
import type { Dataset } from '../dataset/dataset';
import { publish, type PublishedColumn } from '../dataset/published';
import type { MappingFile } from '../model/mapping';
import { parseMappingFile } from './mapping-file';
import {
  dayOfText,
  dayText,
  FORMAT_VERSION,
  parseManifest,
  SCHEMA_VERSION,
  type Json,
  type Manifest,
} from './project-manifest';
import { isZip, openZip, writeZip, type ZipMember, type ZipReader } from './zip';

/** What a project file keeps: the data, how they were read, and what people made of them. */
export type Project = {
  readonly dataset: Dataset;
  /** What the files were read by; null for data that came from no files. */
  readonly mapping: MappingFile | null;
  /** The report of the import, as it was written. */
  readonly report: Json;
  /** Saved views and segments, and action lists by their ids: documents of the features that make them. */
  readonly views: Json;
  readonly segments: Json;
  readonly lists: Readonly<Record<string, Json>>;
};

/** Only the data are needed. */
export type ProjectParts = Pick<Project, 'dataset'> & Partial<Project>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A project as a `.clientele` file: a ZIP with `manifest.json` and one Arrow file per table, which is stored as it is, so
 * that opening is a read. The same project gives the same bytes.
 */
export function writeProject(parts: ProjectParts): Uint8Array<ArrayBuffer> {
  const { dataset, mapping = null, report = null, views = null, segments = null, lists = {} } = parts;
  const members: ZipMember[] = [];
  const add = (path: string, bytes: Uint8Array): string => {
    members.push({ path, bytes, isStored: path.endsWith('.arrow') });
    return path;
  };
  const addJson = (path: string, value: Json): string => add(path, jsonBytes(value));
  const addFrames = (folder: string, frames: Readonly<Record<string, Frame>>) =>
    Object.entries(frames).map(([name, frame]) => ({
      name,
      path: add(`${folder}/${safeName(name)}.arrow`, frameToArrow(frame)),
    }));
  const manifest: Manifest = {
    format: 'clientele-project',
    formatVersion: FORMAT_VERSION,
    schemaVersion: SCHEMA_VERSION,
    dataset: {
      id: dataset.id,
      name: dataset.name,
      currency: dataset.currency,
      minorPerMajor: dataset.minorPerMajor,
      asOf: dayText(dataset.asOf),
      firstDay: dayText(dataset.firstDay),
      lastDay: dayText(dataset.lastDay),
    },
    sources: dataset.sources.map((source) => ({ ...source })),
    assumptions: dataset.assumptions.map(({ code, values }) => ({ code, values: { ...values } })),
    tables: addFrames('tables', dataset.tables),
    others: addFrames('others', dataset.others),
    rejects: add('rejects.arrow', frameToArrow(dataset.rejects)),
    published: Object.values(dataset.published).map(({ values, ...spec }) => ({
      ...spec,
      path: add(`published/${safeName(spec.column)}.arrow`, columnToArrow(spec.column, values)),
    })),
    mapping: mapping as Json,
    report,
    views: views === null ? null : addJson('views.json', views),
    segments: segments === null ? null : addJson('segments.json', segments),
    lists: Object.entries(lists).map(([id, list]) => ({
      id,
      path: addJson(`lists/${safeName(id)}.json`, list),
    })),
  };
  const first = { path: 'manifest.json', bytes: jsonBytes(manifest), isStored: false };
  return writeZip([first, ...members]);
}

const jsonBytes = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 2)}\n`);

/** A name as part of a path: letters, digits and `_-.` as they are, `%` and the code point for the others. */
function safeName(name: string): string {
  return name.replace(/^\.|[^\p{L}\p{N}_.-]/gu, (char) => `%${(char.codePointAt(0) ?? 0).toString(16)}`);
}

function columnToArrow(name: string, values: PublishedColumn['values']): Uint8Array {
  return frameToArrow({ name, rowCount: columnLength(values), columns: { [name]: values } });
}

/**
 * Opens a project file.
 *
 * @param file its name, for the refusal
 * @throws storage.not-a-project, storage.damaged-project, storage.newer-project
 */
export function readProject(bytes: Uint8Array, file: string): Project {
  if (!isZip(bytes)) {
    throw new AppError('storage.not-a-project', `${file} is no project file`, { file });
  }
  try {
    return readParts(openZip(bytes), file);
  } catch (cause) {
    if (cause instanceof AppError && cause.code.startsWith('storage.')) throw cause;
    throw new AppError('storage.damaged-project', `${file} is damaged`, { file }, { cause });
  }
}

function readParts(read: ZipReader, file: string): Project {
  const listed = (path: string): Uint8Array => {
    const bytes = read(path);
    if (bytes === null) throw new Error(`${path} is missing`);
    return bytes;
  };
  const first = read('manifest.json');
  if (first === null) {
    throw new AppError('storage.not-a-project', `${file} is an archive without a manifest`, { file });
  }
  const manifest = parseManifest(decoder.decode(first), file);
  const jsonAt = (path: string | null): Json =>
    path === null ? null : (JSON.parse(decoder.decode(listed(path))) as Json);
  const frames = (members: Manifest['tables']): Readonly<Record<string, Frame>> =>
    Object.fromEntries(members.map(({ name, path }) => [name, frameFromArrow(listed(path))]));
  const { asOf, firstDay, lastDay, ...named } = manifest.dataset;
  const dataset: Dataset = {
    ...named,
    asOf: dayOfText(asOf),
    firstDay: dayOfText(firstDay),
    lastDay: dayOfText(lastDay),
    tables: frames(manifest.tables),
    others: frames(manifest.others),
    rejects: frameFromArrow(listed(manifest.rejects)),
    sources: manifest.sources,
    assumptions: manifest.assumptions,
    published: {},
  };
  const published = manifest.published.map(({ path, ...spec }): PublishedColumn => {
    const values = frameFromArrow(listed(path)).columns[spec.column];
    if (values === undefined) throw new Error(`${path} has no ${spec.column}`);
    return { ...spec, values };
  });
  return {
    dataset: publish(dataset, published),
    mapping: manifest.mapping === null ? null : parseMappingFile(JSON.stringify(manifest.mapping)),
    report: manifest.report,
    views: jsonAt(manifest.views),
    segments: jsonAt(manifest.segments),
    lists: Object.fromEntries(manifest.lists.map(({ id, path }) => [id, jsonAt(path)])),
  };
}
