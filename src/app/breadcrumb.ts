import type { DatasetInfo, NamedValue } from '../dataset/dataset-info';
import { formatOrgPath, orgPathOf, parseOrgPath } from '../model/org-path';
import { customerOfRoute } from '../project/customer-route';
import type { ViewState } from '../project/view-state';
import { isSample } from '../state/sample-options';
import { pageOf, type ViewPatch } from '../state/view-patch';
import { fieldName, valueName, type Naming } from './field-names';

export type Crumb = {
  readonly id: string;
  readonly text: string;
  /** Where it leads. */
  readonly patch: ViewPatch;
  /** What stands beside it on the same level. */
  readonly siblings: readonly { readonly id: string; readonly text: string; readonly patch: ViewPatch }[];
};

const noLevels = { org: undefined, seg: undefined, txn: undefined, sel: undefined } as const;

/** Name of the bank whose data are open. */
export function bankName(info: DatasetInfo | null, { t }: Naming): string {
  if (info === null) return t('bank.none');
  return isSample(info.id) ? t('bank.sample') : info.name;
}

/**
 * The path from the bank to what is shown, derived from the filters and the route. Up to the segment a crumb stays on
 * the page; from the list of customers and below, the levels above open on Overview.
 */
export function breadcrumb(state: ViewState, customers: number | null, naming: Naming): readonly Crumb[] {
  const isBelow = pageOf(state.route) === 'customers';
  const base: ViewPatch = isBelow ? { route: 'overview', txn: undefined, sel: undefined } : {};
  const bank: Crumb = {
    id: 'bank',
    text: bankName(naming.info, naming),
    patch: { ...base, ...noLevels },
    siblings: [],
  };
  return [
    bank,
    ...orgCrumbs(state, base, naming),
    ...segmentCrumbs(state, base, naming),
    ...customerCrumbs(state, customers, naming),
  ];
}

function orgCrumbs({ org }: ViewState, base: ViewPatch, naming: Naming): readonly Crumb[] {
  const { info, t, f } = naming;
  const path = org === undefined ? null : parseOrgPath(org);
  if (path === null) return [];
  const { branches, managers, exclude } = path;
  const crumbs: Crumb[] = [];
  const say = (name: string) => (exclude ? t('crumb.not', { name }) : name);
  const [branch, ...otherBranches] = branches;
  if (branch !== undefined) {
    if (otherBranches.length === 0 && !exclude) crumbs.push(...ancestors(branch, base, naming));
    const many = t('crumb.branches', { n: f.count(branches.length) });
    crumbs.push({
      id: 'branch',
      text: say(otherBranches.length > 0 ? many : valueName('branch', branch, naming)),
      patch: { ...base, ...noLevels, org: formatOrgPath({ branches, managers: [], exclude }) },
      siblings: exclude || otherBranches.length > 0 ? [] : siblingBranches(branch, base, naming),
    });
  }
  const [manager, ...otherManagers] = managers;
  if (manager !== undefined) {
    const many = t('crumb.managers', { n: f.count(managers.length) });
    crumbs.push({
      id: 'manager',
      text: say(otherManagers.length > 0 ? many : valueName('manager', manager, naming)),
      patch: { ...base, ...noLevels, org },
      siblings:
        exclude || otherManagers.length > 0
          ? []
          : beside(info?.managers ?? [], manager).map((one) => ({
              id: one.id,
              text: valueName('manager', one.id, naming),
              patch: { ...base, ...noLevels, org: formatOrgPath(orgPathOf(branch ?? one.parentId, one.id)) },
            })),
    });
  }
  return crumbs;
}

/** The units above a branch, the highest first. */
function ancestors(branch: string, base: ViewPatch, naming: Naming): readonly Crumb[] {
  const all = new Map((naming.info?.branches ?? []).map((one) => [one.id, one]));
  const above: string[] = [];
  for (let id = all.get(branch)?.parentId; id != null && !above.includes(id); id = all.get(id)?.parentId) {
    above.unshift(id);
  }
  return above.map((id) => ({
    id: `branch ${id}`,
    text: valueName('branch', id, naming),
    patch: { ...base, ...noLevels, org: formatOrgPath(orgPathOf(id)) },
    siblings: siblingBranches(id, base, naming),
  }));
}

function siblingBranches(branch: string, base: ViewPatch, naming: Naming): Crumb['siblings'] {
  return beside(naming.info?.branches ?? [], branch).map(({ id }) => ({
    id,
    text: valueName('branch', id, naming),
    patch: { ...base, ...noLevels, org: formatOrgPath(orgPathOf(id)) },
  }));
}

/** The values under the same parent, the value itself included; nothing when it is alone. */
function beside(values: readonly NamedValue[], id: string): readonly NamedValue[] {
  const self = values.find((one) => one.id === id);
  const all = self ? values.filter((one) => one.parentId === self.parentId) : [];
  return all.length > 1 ? all : [];
}

function segmentCrumbs({ seg = {}, org }: ViewState, base: ViewPatch, naming: Naming): readonly Crumb[] {
  const [first, ...rest] = Object.entries(seg);
  const [value, ...others] = first?.[1].values ?? [];
  if (!first || rest.length > 0 || value === undefined || others.length > 0 || first[1].exclude) return [];
  const [field] = first;
  const text = `${fieldName(field, naming)} ${valueName(field, value, naming)}`;
  return [{ id: 'segment', text, patch: { ...base, ...noLevels, org, seg }, siblings: [] }];
}

function customerCrumbs(state: ViewState, customers: number | null, { t, f }: Naming): readonly Crumb[] {
  if (pageOf(state.route) !== 'customers') return [];
  const customerId = customerOfRoute(state.route);
  const list: Crumb = {
    id: 'customers',
    text:
      customers === null
        ? t('crumb.all-customers')
        : t('crumb.customers', { n: f.count(customers, 'exact') }),
    patch: { route: 'customers', txn: undefined },
    siblings: [],
  };
  if (customerId === null) return [list];
  const customer: Crumb = { id: 'customer', text: customerId, patch: { txn: undefined }, siblings: [] };
  if (state.txn === undefined) return [list, customer];
  const id = state.txn;
  return [
    list,
    customer,
    { id: 'transaction', text: t('crumb.transaction', { id }), patch: {}, siblings: [] },
  ];
}
