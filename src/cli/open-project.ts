import { basename } from 'node:path';
import { readProject, type Project } from '../project/project-file';
import { readWhole, type CommandIo } from './command-io';

/** @throws storage.unreadable-path, storage.not-a-project, storage.damaged-project, storage.newer-project */
export async function openProject(io: CommandIo, path: string): Promise<Project> {
  return readProject(await readWhole(io, path), basename(path));
}
