import { inlinedSqlite } from '../database/inlined-sqlite';
import { runCommandLine } from './command-line';
import { nodeIo } from './node-io';

// Whoever reads our output may stop reading: `clientele read big.csv | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const io = nodeIo({
  stdout: (chunk) =>
    new Promise((resolve, reject) => {
      process.stdout.write(chunk, (error) => {
        if (error) reject(error);
        else resolve();
      });
    }),
  stderr: (text) => void process.stderr.write(text),
  sqlite: inlinedSqlite,
});

process.exitCode = await runCommandLine(process.argv.slice(2), io);
