import type { Summary } from '../dataset/summary-key';

/** The first view of the sample bank, computed when the page was built; null where it is not beside the page. */
export async function loadSummary(): Promise<Summary | null> {
  try {
    const response = await fetch('./summary.json');
    return response.ok ? ((await response.json()) as Summary) : null;
  } catch {
    return null;
  }
}
