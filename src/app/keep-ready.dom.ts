import { loadTable } from '../charts/table/load-table.dom';
import type { Feature } from '../features/feature';
import type { EngineClient } from '../state/engine';
import { loadSummary } from '../state/load-summary.dom';

/**
 * Brings everything that pages will need into memory once the first of them stands: nothing is requested after the mark
 * `app-ready`.
 */
export function keepReady(
  engine: Pick<EngineClient, 'preload'>,
  features: readonly Feature[],
): (() => void) | undefined {
  let isWanted = true;
  const prepare = async (): Promise<void> => {
    await Promise.all([engine.preload(), loadSummary()]);
    const lent = features.flatMap(({ customerCards }) => customerCards);
    const parts = [...features.map(({ page }) => page()), ...lent.map(({ load }) => load()), loadTable()];
    await Promise.all(parts);
    if (isWanted) performance.mark('app-ready');
  };
  const start = (): void => void prepare().catch(() => undefined);
  const request = window.setTimeout(() => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 3000 });
    else start();
  }, 300);
  return () => {
    isWanted = false;
    window.clearTimeout(request);
  };
}
