import type { Summary } from '../dataset/summary-key';

let asked: Promise<Summary | null> | null = null;

/**
 * The first view of the sample bank, computed when the page was built; null where it is not beside the page. Asked of the
 * network once.
 */
export function loadSummary(): Promise<Summary | null> {
  asked ??= fetchSummary();
  return asked;
}

async function fetchSummary(): Promise<Summary | null> {
  try {
    const response = await fetch('./summary.json');
    return response.ok ? ((await response.json()) as Summary) : null;
  } catch {
    return null;
  }
}
