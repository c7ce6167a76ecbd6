import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetInfo } from '../dataset/dataset-info';
import type { BrowserHistory } from './browser-history.dom';
import { ViewStore } from './view-store.svelte';

/** A browser's history that can be looked into. */
function fakeBrowser(first: string) {
  const entries = [first];
  let at = 0;
  let changed = (): void => undefined;
  const browser: BrowserHistory = {
    hash: () => entries[at] ?? '',
    push: (hash) => {
      entries.splice(at + 1, Infinity, hash);
      at += 1;
    },
    replace: (hash) => {
      entries[at] = hash;
    },
    listen: (onchange) => {
      changed = onchange;
      return () => {
        changed = () => undefined;
      };
    },
  };
  const go = (steps: number) => {
    at = Math.min(entries.length - 1, Math.max(0, at + steps));
    changed();
  };
  const open = (hash: string) => {
    browser.push(hash);
    changed();
  };
  return { browser, entries, go, open };
}

const info = {
  defaults: { p: 'L12M', c: 'py' },
  asOf: '2026-06-30',
  firstDay: '2024-07-01',
  lastDay: '2026-06-30',
} as unknown as DatasetInfo;

function openView(hash = '#/overview', known: DatasetInfo | null = info) {
  const fake = fakeBrowser(hash);
  let clock = 0;
  const view = new ViewStore({ history: fake.browser, info: () => known, now: () => clock });
  const wait = (milliseconds: number) => {
    clock += milliseconds;
    vi.advanceTimersByTime(milliseconds);
  };
  return { view, wait, ...fake };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ViewStore', () => {
  it('reads the view from the address and fills in the defaults of the data', () => {
    const { view } = openView('#/customers/C000123?v=1&org=br:BR012');
    expect(view.page).toBe('customers');
    expect(view.path).toEqual(['C000123']);
    expect(view.filters).toEqual({ p: 'L12M', c: 'py', org: 'br:BR012' });
    expect(view.defaults).toEqual({ p: true, c: true });
  });

  it('asks without a period as long as nothing is known of the data', () => {
    expect(openView('#/overview', null).view.filters).toEqual({});
  });

  it('writes one history entry per commit, and Back undoes exactly it', () => {
    const { view, entries, go, wait } = openView();
    view.commit({ org: 'br:BR012' }, 'Branch');
    wait(1000);
    view.commit({ ch: { values: ['atm'], exclude: false } }, 'Channel');
    expect(entries).toEqual([
      '#/overview',
      '#/overview?v=1&org=br:BR012',
      '#/overview?v=1&ch=atm&org=br:BR012',
    ]);
    go(-1);
    expect(view.state).toEqual({ route: 'overview', org: 'br:BR012' });
    go(1);
    expect(view.state.ch?.values).toEqual(['atm']);
  });

  it('takes quick changes of one control as one entry, those of two controls as two', () => {
    const { view, entries, wait } = openView();
    view.commit({ prod: { values: ['fund'], exclude: false } }, 'one');
    wait(300);
    view.commit({ prod: { values: ['fund', 'wealth'], exclude: false } }, 'two');
    view.commit({ p: 'L3M' }, 'three');
    expect(entries).toHaveLength(3);
    expect(view.history.steps.map(({ label }) => label)).toEqual([null, 'two', 'three']);
    wait(600);
    view.commit({ p: 'L6M' }, 'four');
    expect(entries).toHaveLength(4);
  });

  it('forgets the step when quick changes of a control end where they began', () => {
    const { view } = openView();
    view.commit({ prod: { values: ['fund'], exclude: false } }, 'on');
    view.commit({ prod: undefined }, 'off');
    expect(view.canUndo).toBe(false);
    expect(view.state).toEqual({ route: 'overview' });
  });

  it('lets the address follow a preview a quarter of a second later, without an entry', () => {
    const { view, entries, wait } = openView();
    view.preview({ sort: '-aum' });
    expect(view.state.sort).toBe('-aum');
    expect(entries).toEqual(['#/overview']);
    wait(250);
    expect(entries).toEqual(['#/overview?v=1&sort=-aum']);
  });

  it('keeps what a drag passed through out of the entry before it', () => {
    const { view, entries, wait } = openView();
    view.preview({ p: '2026-01..2026-02' });
    wait(400);
    view.commit({ p: '2026-01..2026-03' }, 'Period');
    expect(entries).toEqual(['#/overview', '#/overview?v=1&p=2026-01..2026-03']);
  });

  it('keeps the sorting of a page with the entry that a filter leaves', () => {
    const { view, entries } = openView();
    view.preview({ sort: '-aum' });
    view.commit({ org: 'br:BR012' }, 'Branch');
    expect(entries).toEqual(['#/overview?v=1&sort=-aum', '#/overview?v=1&org=br:BR012&sort=-aum']);
  });

  it('undoes and redoes filters on the page that is open, each as a new entry', () => {
    const { view, entries, wait } = openView();
    view.commit({ org: 'br:BR012' }, 'Branch');
    wait(1000);
    view.commit({ route: 'customers' }, 'Customers');
    expect(view.history.steps).toHaveLength(2);
    view.undo();
    expect(view.state).toEqual({ route: 'customers' });
    expect(entries.at(-1)).toBe('#/customers');
    expect(view.canRedo).toBe(true);
    view.redo();
    expect(view.state.org).toBe('br:BR012');
    expect(entries).toHaveLength(5);
  });

  it('keeps fifty steps', () => {
    const { view, wait } = openView();
    for (let index = 0; index < 60; index++) {
      wait(1000);
      view.commit({ org: `br:B${index}` }, `step ${index}`);
    }
    expect(view.history.steps).toHaveLength(51);
    while (view.canUndo) view.undo();
    expect(view.state.org).toBe('br:B9');
  });

  it('finds its place among the steps when the browser goes back', () => {
    const { view, go, wait } = openView();
    view.commit({ org: 'br:BR012' }, 'Branch');
    wait(1000);
    view.commit({ p: 'L3M' }, 'Period');
    go(-1);
    expect(view.history.at).toBe(1);
    expect(view.canRedo).toBe(true);
  });

  it('leaves what belongs to one page behind when another opens, and takes the filters along', () => {
    const { view } = openView('#/overview?v=1&m=aum&org=br:BR012&sel=OV3~channel:atm&sort=-aum&t=OV1');
    expect(view.hrefFor({ route: 'customers' })).toBe('#/customers?v=1&m=aum&org=br:BR012');
    expect(view.hrefFor({ t: undefined })).toContain('sel=OV3~channel:atm');
  });

  it('gives a card the filters and the selections of the others, not its own', () => {
    const { view } = openView();
    view.select('OV3', 'channel', ['atm'], 'Channel');
    expect(view.filtersFor('OV3')).toEqual({ p: 'L12M', c: 'py' });
    expect(view.filtersFor('OV4').sel).toEqual({ channel: { values: ['atm'], exclude: false } });
    view.select('OV3', 'channel', [], 'Clear');
    expect(view.state.sel).toBeUndefined();
  });

  it('does not carry a selection on a chart to another page when it comes back by redo', () => {
    const { view, wait } = openView();
    view.select('OV3', 'channel', ['atm'], 'Channel');
    wait(1000);
    view.undo();
    view.commit({ route: 'customers' }, 'Customers');
    view.redo();
    expect(view.state.sel).toBeUndefined();
  });

  it('reports the parts of a link that mean nothing and keeps the rest', () => {
    const { view, open } = openView();
    open('#/overview?v=1&nonsense=1&p=L3M');
    expect(view.state.p).toBe('L3M');
    expect(view.ignored).toEqual([{ key: 'nonsense', value: '1' }]);
    view.forgetIgnored();
    expect(view.ignored).toEqual([]);
  });

  it('overlooks fragments that are no views', () => {
    const { view, open } = openView();
    open('#main');
    expect(view.state).toEqual({ route: 'overview' });
  });

  it('shows only the page in the address when the view is longer than an address can be', () => {
    const { view, entries } = openView();
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647).toString(36);
    const values = Array.from({ length: 2500 }, random);
    view.commit({ f: { city: { values, exclude: false } } }, 'Cities');
    expect(view.isTooLong).toBe(true);
    expect(entries.at(-1)).toBe('#/overview');
    expect(view.state.f?.['city']?.values).toEqual(values);
  });
});

describe('selections of several cards', () => {
  it('hold together when they speak of the same field', () => {
    const { view } = openView(
      '#/overview?v=1&sel=A~month:2026-03,2026-04;B~month:2026-04,2026-05;C~type:fee',
    );
    expect(view.filtersFor('').sel).toEqual({
      month: { values: ['2026-04'], exclude: false },
      type: { values: ['fee'], exclude: false },
    });
    expect(view.filtersFor('A').sel?.['month']?.values).toEqual(['2026-04', '2026-05']);
  });
});

describe('the address', () => {
  it('of a link written by hand becomes that of the view', () => {
    const { view, entries } = openView('#/overview?org=br:BR012&v=1&colour=red&c=pp');
    expect(entries).toEqual(['#/overview?v=1&c=pp&org=br:BR012']);
    expect(view.hrefFor({})).toBe(entries[0]);
    expect(view.ignored).toEqual([{ key: 'colour', value: 'red' }]);
  });

  it('follows a preview at once when it is settled', () => {
    const { view, entries } = openView();
    view.preview({ sort: '-aum' });
    view.settle();
    expect(entries).toEqual(['#/overview?v=1&sort=-aum']);
  });

  it('makes the click and the drill of a double-click one entry, named after the drill', () => {
    const { view, entries, go } = openView();
    view.select('OV2', 'branch', ['BR012'], 'Selected');
    view.commit({ org: 'br:BR012', sel: {} }, 'Opened', 'sel:OV2');
    expect(entries).toEqual(['#/overview', '#/overview?v=1&org=br:BR012']);
    expect(view.history.steps.map(({ label }) => label)).toEqual([null, 'Opened']);
    go(-1);
    expect(view.state).toEqual({ route: 'overview' });
  });
});
