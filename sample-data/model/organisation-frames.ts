import type { Column } from '../../src/columns/column';
import type { Frame } from '../../src/columns/frame';
import { emptyBitmap, setNull } from '../../src/columns/column';
import { products } from './codes';
import { branches, regions, type RelationshipManager } from './organisation';
import { textColumnOfStrings } from './text-columns';

function numbers(values: readonly (number | null)[]): Column {
  const nulls = emptyBitmap(values.length);
  values.forEach((value, row) => {
    if (value === null) setNull(nulls, row);
  });
  return {
    kind: 'float64',
    values: Float64Array.from(values, (value) => value ?? 0),
    nulls: values.includes(null) ? nulls : null,
  };
}

/** The regions, then the branches below them. */
export function branchFrame(): Frame {
  const none = regions.map(() => null);
  return {
    name: 'branch',
    rowCount: regions.length + branches.length,
    columns: {
      branch_id: textColumnOfStrings([...regions, ...branches].map((unit) => unit.id)),
      name: textColumnOfStrings([...regions, ...branches].map((unit) => unit.name)),
      name_en: textColumnOfStrings([...regions, ...branches].map((unit) => unit.nameEn)),
      parent: textColumnOfStrings([...none, ...branches.map((branch) => regions[branch.region]?.id ?? null)]),
      level: textColumnOfStrings([...regions.map(() => 'region'), ...branches.map(() => 'branch')]),
      city: textColumnOfStrings([...regions, ...branches].map(() => '上海')),
      lat: numbers([...none, ...branches.map((branch) => branch.latitude)]),
      lng: numbers([...none, ...branches.map((branch) => branch.longitude)]),
      fte: numbers([...none, ...branches.map((branch) => branch.staff)]),
      area: numbers([...none, ...branches.map((branch) => branch.area)]),
    },
  };
}

export function managerFrame(managers: readonly RelationshipManager[]): Frame {
  return {
    name: 'manager',
    rowCount: managers.length,
    columns: {
      rm_id: textColumnOfStrings(managers.map((manager) => manager.id)),
      name: textColumnOfStrings(managers.map((manager) => manager.name)),
      name_en: textColumnOfStrings(managers.map((manager) => manager.nameEn)),
      branch: textColumnOfStrings(managers.map((manager) => branches[manager.branch]?.id ?? null)),
      level: textColumnOfStrings(managers.map((manager) => manager.level)),
    },
  };
}

export function productFrame(): Frame {
  return {
    name: 'product',
    rowCount: products.length,
    columns: {
      product_code: textColumnOfStrings(products.map((product) => product.code)),
      name: textColumnOfStrings(products.map((product) => product.name)),
      name_en: textColumnOfStrings(products.map((product) => product.nameEn)),
    },
  };
}
