import type { Measured } from './measured';

type Contender = (rows: number) => Promise<Measured>;

/** What `run.ts` may ask for, by `group.contender`. Each is loaded when asked, so that one's code never warms another's. */
const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  'columns.ours': async () => (await import('./columns')).ours,
  'columns.duckdb': async () => (await import('./columns')).duckdb,
  'columns.papa': async () => (await import('./columns')).papa,
  'database.ours': async () => (await import('./database')).ours,
  'database.indexed': async () => (await import('./database')).oursIndexed,
  'database.duckdb': async () => (await import('./database')).duckdb,
  'database.papa': async () => (await import('./papa-insert')).papaInsert,
  'sample.ours': async () => (await import('./sample')).ours,
  'group.ours': async () => (await import('./queries')).groupOurs,
  'group.duckdb': async () => (await import('./queries')).groupDuckDb,
  'top.ours': async () => (await import('./queries')).topOurs,
  'top.duckdb': async () => (await import('./queries')).topDuckDb,
  'rfm-50k.ours': () => rfm('ours', 50_000),
  'rfm-50k.duckdb': () => rfm('duckdb', 50_000),
  'rfm-200k.ours': () => rfm('ours', 200_000),
  'rfm-200k.duckdb': () => rfm('duckdb', 200_000),
  'brush.step': async () => (await import('./brush')).step,
  'brush.start': async () => (await import('./brush')).start,
  'brush.rescan': async () => (await import('./brush')).rescan,
  'brush.duckdb': async () => (await import('./brush')).duckdb,
  'btyd.ours': async () => (await import('./btyd')).ours,
};

async function rfm(contender: 'ours' | 'duckdb', customers: number): Promise<Contender> {
  const run = (await import('./rfm'))[contender];
  return (rows) => run(rows, customers);
}

declare global {
  interface Window {
    runContender: (name: string, rows: number) => Promise<Measured>;
  }
}

window.runContender = async (name, rows) => {
  const load = contenders[name];
  if (load === undefined) throw new Error(`no contender ${name}`);
  return (await load())(rows);
};
