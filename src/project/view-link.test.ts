import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, isoMonth } from '../base/calendar-day';
import { formatOrgPath } from '../model/org-path';
import { decodeView, encodeView, plainLinkLimit } from './view-link';
import type { ViewState } from './view-state';

const awkward = [
  '~',
  ';',
  ',',
  ':',
  '/',
  '%',
  '%2C',
  '&',
  '=',
  '#',
  '?',
  '+',
  ' ',
  '!',
  '"',
  '上海',
  '张**',
  '😀',
];
const word = fc
  .oneof(
    fc.constantFrom('A', 'branch', 'BR012', '30-45', '活期', '', '__proto__'),
    fc
      .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 4 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  .map((text) => text.replace(/\p{Surrogate}/gu, ''));
const filled = word.filter((text) => text !== '');
const choice = fc.record({ values: fc.array(word, { minLength: 1, maxLength: 5 }), exclude: fc.boolean() });
const recordOf = <T>(value: fc.Arbitrary<T>, name = word) =>
  fc
    .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 4, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries) as Readonly<Record<string, T>>);
const month = fc.integer({ min: 240, max: 900 });
const monthRange = fc
  .tuple(month, fc.nat(40))
  .map(([from, length]) => `${isoMonth(from)}..${isoMonth(from + length)}` as const);
const org = fc
  .record({
    branches: fc.array(filled, { maxLength: 3 }),
    managers: fc.array(filled, { maxLength: 2 }),
    exclude: fc.boolean(),
  })
  .filter(({ branches, managers }) => branches.length + managers.length > 0)
  .map((path) => formatOrgPath(path));

const state: fc.Arbitrary<ViewState> = fc.record(
  {
    route: fc.oneof(
      fc.constantFrom('', 'overview', 'customers'),
      filled.map((id) => `customers/${id}`),
      word,
    ),
    b: filled,
    p: fc.oneof(fc.constantFrom('L12M', 'L3M', 'YTD', 'all'), monthRange),
    asof: fc.integer({ min: 3000, max: 30_000 }).map(isoDay),
    c: fc.oneof(fc.constantFrom('py', 'pp', 'tgt', 'none'), monthRange),
    g: fc.constantFrom('d', 'w', 'm', 'q', 'y'),
    org,
    seg: recordOf(choice),
    prod: choice,
    ch: choice,
    f: recordOf(choice),
    sel: recordOf(fc.record({ field: word, values: fc.array(word, { minLength: 1, maxLength: 3 }) })),
    m: filled,
    by: filled,
    sort: filled,
    top: fc.integer({ min: 1, max: 10_000 }),
    a: recordOf(word),
    pv: filled,
    q: fc.oneof(filled, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 })),
    txn: filled,
    t: fc.array(word, { minLength: 1, maxLength: 4 }),
    lang: fc.constantFrom('en', 'zh'),
    th: fc.constantFrom('light', 'dark'),
    dc: fc.constantFrom('neutral', 'cn', 'intl'),
    u: fc.constantFrom('wan', 'kmb'),
  },
  { requiredKeys: ['route'] },
) as fc.Arbitrary<ViewState>;

const full: ViewState = {
  route: 'overview',
  b: 'sample',
  p: 'L12M',
  asof: '2026-06-30',
  c: 'py',
  g: 'm',
  org: '~br:BR012/rm:RM0345',
  seg: { tier: { values: ['A', 'B'], exclude: false }, stage: { values: ['dormant'], exclude: true } },
  prod: { values: ['fund'], exclude: false },
  ch: { values: ['atm', 'pos'], exclude: true },
  f: { age: { values: ['30-45'], exclude: false }, city: { values: ['上海'], exclude: false } },
  sel: { CH5: { field: 'cell', values: ['hi.hi'] } },
  m: 'contrib',
  by: 'branch',
  sort: '-delta',
  top: 20,
  a: { 'customer-value.btyd~model': 'bg-nbd' },
  pv: 'branch,tier/quarter/contrib',
  q: 'SELECT 1 + 1',
  txn: 'T1',
  t: ['OV2', 'CH1'],
  lang: 'zh',
  th: 'dark',
  dc: 'cn',
  u: 'wan',
};

describe('a view link', () => {
  it('says every key of a view in alphabetical order, with plain separators', () => {
    expect(encodeView(full)).toBe(
      '/overview?v=1&a=customer-value.btyd~model:bg-nbd&asof=2026-06-30&b=sample&by=branch&c=py&ch=~atm,pos' +
        '&dc=cn&f=age:30-45;city:%E4%B8%8A%E6%B5%B7&g=m&lang=zh&m=contrib&org=~br:BR012/rm:RM0345&p=L12M' +
        '&prod=fund&pv=branch,tier/quarter/contrib&q=SELECT%201%20%2B%201&seg=~stage:dormant;tier:A,B' +
        '&sel=CH5~cell:hi.hi&sort=-delta&t=OV2,CH1&th=dark&top=20&txn=T1&u=wan',
    );
    expect(decodeView(encodeView(full))).toEqual({ state: full, ignored: [] });
  });

  it('leaves out what is absent or empty', () => {
    expect(encodeView({ route: 'overview' })).toBe('/overview');
    expect(encodeView({ route: '' })).toBe('/');
    expect(encodeView({ route: 'overview', seg: {}, prod: { values: [], exclude: false }, t: [] })).toBe(
      '/overview',
    );
    expect(decodeView('')).toEqual({ state: { route: '' }, ignored: [] });
    expect(decodeView('#/overview')).toEqual({ state: { route: 'overview' }, ignored: [] });
  });

  it('gives back every state, whatever its values hold', () => {
    fc.assert(
      fc.property(state, (view) => {
        const link = encodeView(view);
        expect(link).toMatch(/^[\w/?&=;,:~.%!-]*$/);
        expect(decodeView(link)).toEqual({ state: view, ignored: [] });
        expect(encodeView(decodeView(`#${link}`).state)).toBe(link);
      }),
      { numRuns: 500 },
    );
  });

  it('packs what is too long for a plain link', () => {
    const view: ViewState = { route: 'customers', q: '浦东支行 '.repeat(200) };
    const link = encodeView(view);
    expect(link).toMatch(/^\/customers\?v=1&z=[\w-]+$/);
    expect(link.length).toBeLessThan(plainLinkLimit);
    expect(decodeView(link)).toEqual({ state: view, ignored: [] });
  });

  it('reports what it does not understand and keeps the rest', () => {
    const link =
      '#/overview?v=1&p=L99Q&org=xx:1&seg=tier:A;nonsense;tier:B&top=0&asof=2026-02-30&c=2026-05..2026-04' +
      '&colour=red&ch=&prod=fund&q=%E4%B8&m=aum&m=inflow&th=pink';
    expect(decodeView(link)).toEqual({
      state: {
        route: 'overview',
        seg: { tier: { values: ['A'], exclude: false } },
        prod: { values: ['fund'], exclude: false },
        m: 'aum',
      },
      ignored: [
        { key: 'p', value: 'L99Q' },
        { key: 'org', value: 'xx:1' },
        { key: 'seg', value: 'nonsense' },
        { key: 'seg', value: 'tier:B' },
        { key: 'top', value: '0' },
        { key: 'asof', value: '2026-02-30' },
        { key: 'c', value: '2026-05..2026-04' },
        { key: 'colour', value: 'red' },
        { key: 'ch', value: '' },
        { key: 'q', value: '%E4%B8' },
        { key: 'm', value: 'inflow' },
        { key: 'th', value: 'pink' },
      ],
    });
  });

  it('reports a newer version, a damaged pack and a damaged route', () => {
    expect(decodeView('/overview?v=2&m=aum')).toEqual({
      state: { route: 'overview', m: 'aum' },
      ignored: [{ key: 'v', value: '2' }],
    });
    expect(decodeView('/overview?v=1&z=!!!').ignored).toEqual([{ key: 'z', value: '!!!…' }]);
    expect(decodeView('/%E4?m=aum')).toEqual({
      state: { route: '', m: 'aum' },
      ignored: [{ key: 'route', value: '%E4' }],
    });
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, query) => {
        const { state: view } = decodeView(`#/${path}?${query}&z=${query}&seg=${query}&org=${query}`);
        expect(decodeView(encodeView(view)).ignored).toEqual([]);
      }),
    );
  });
});
