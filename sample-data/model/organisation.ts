import { Random } from '../../src/base/random';
import { givenNames, surnames } from './names';
import { STREAM } from './streams';

/** A branch of the made-up bank: place, size and temper are fixed, so that every seed tells the same story. */
export type Branch = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Index into {@link regions}. */
  readonly region: number;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Share of the customers, relative. */
  readonly weight: number;
  /** Wealth of its customers relative to the bank's. */
  readonly wealth: number;
  /** Growth of its customers' assets per year, as a fraction. */
  readonly growth: number;
  readonly staff: number;
  readonly area: number;
};

export const regions = [
  { id: 'R01', name: '浦东区域', nameEn: 'Pudong region' },
  { id: 'R02', name: '中心城区', nameEn: 'City centre' },
  { id: 'R03', name: '北部区域', nameEn: 'Northern region' },
  { id: 'R04', name: '西南区域', nameEn: 'South-western region' },
] as const;

type Place = readonly [
  name: string,
  nameEn: string,
  region: number,
  district: string,
  latitude: number,
  longitude: number,
  weight: number,
  wealth: number,
  growth: number,
];

// prettier-ignore
const places: readonly Place[] = [
  ['浦东', 'Pudong', 0, '浦东新区', 31.23, 121.53, 9, 1.1, 0.0],
  ['陆家嘴', 'Lujiazui', 0, '浦东新区', 31.24, 121.5, 6, 1.7, 0.01],
  ['张江', 'Zhangjiang', 0, '浦东新区', 31.2, 121.6, 6, 1.05, 0.15],
  ['金桥', 'Jinqiao', 0, '浦东新区', 31.26, 121.59, 4.5, 1, -0.01],
  ['川沙', 'Chuansha', 0, '浦东新区', 31.19, 121.7, 3, 0.7, -0.02],
  ['临港', 'Lingang', 0, '浦东新区', 30.9, 121.91, 2, 0.8, 0.06],
  ['外滩', 'The Bund', 1, '黄浦区', 31.24, 121.49, 5, 1.5, -0.02],
  ['人民广场', "People's Square", 1, '黄浦区', 31.23, 121.47, 6.5, 1.1, -0.01],
  ['静安', "Jing'an", 1, '静安区', 31.22, 121.45, 7, 1.4, 0.0],
  ['徐家汇', 'Xujiahui', 1, '徐汇区', 31.19, 121.44, 6.5, 1.2, 0.01],
  ['淮海', 'Huaihai', 1, '黄浦区', 31.22, 121.46, 3.5, 1.3, -0.03],
  ['新天地', 'Xintiandi', 1, '黄浦区', 31.22, 121.47, 2.5, 1.4, 0.0],
  ['虹口', 'Hongkou', 2, '虹口区', 31.26, 121.5, 5.5, 0.9, -0.15],
  ['五角场', 'Wujiaochang', 2, '杨浦区', 31.3, 121.51, 4.5, 0.85, 0.0],
  ['杨浦', 'Yangpu', 2, '杨浦区', 31.27, 121.52, 4, 0.8, -0.03],
  ['宝山', 'Baoshan', 2, '宝山区', 31.4, 121.48, 3.5, 0.7, -0.02],
  ['大宁', 'Daning', 2, '静安区', 31.28, 121.46, 2.5, 0.95, 0.01],
  ['嘉定', 'Jiading', 2, '嘉定区', 31.38, 121.26, 2.5, 0.75, 0.02],
  ['虹桥', 'Hongqiao', 3, '长宁区', 31.2, 121.4, 5, 1.2, 0.02],
  ['古北', 'Gubei', 3, '长宁区', 31.19, 121.4, 3, 1.8, -0.01],
  ['闵行', 'Minhang', 3, '闵行区', 31.11, 121.38, 3.5, 0.85, 0.0],
  ['莘庄', 'Xinzhuang', 3, '闵行区', 31.11, 121.37, 2.5, 0.8, -0.02],
  ['松江', 'Songjiang', 3, '松江区', 31.03, 121.23, 2, 0.75, 0.03],
  ['青浦', 'Qingpu', 3, '青浦区', 31.15, 121.12, 1.5, 0.75, -0.01],
];

export const branches: readonly Branch[] = places.map(
  ([name, nameEn, region, district, latitude, longitude, weight, wealth, growth], index) => ({
    id: `BR${String(index + 1).padStart(3, '0')}`,
    name: `${name}支行`,
    nameEn,
    region,
    district,
    latitude,
    longitude,
    weight,
    wealth,
    growth,
    staff: Math.round(10 + weight * 4),
    area: Math.round(25 + weight * 7) * 10,
  }),
);

/** A relationship manager. */
export type RelationshipManager = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Index into {@link branches}. */
  readonly branch: number;
  readonly level: 'senior' | 'standard' | 'junior';
};

const CUSTOMERS_PER_MANAGER = 180;

/** About one manager per 180 customers, at least one per branch; in order of branch. */
export function makeManagers(customers: number, seed: number): readonly RelationshipManager[] {
  const totalWeight = branches.reduce((sum, branch) => sum + branch.weight, 0);
  const random = new Random(seed, STREAM.organisation);
  const managers: RelationshipManager[] = [];
  const taken = new Set<string>();
  branches.forEach((branch, index) => {
    const share = (customers * branch.weight) / totalWeight;
    const count = Math.max(1, Math.round(share / CUSTOMERS_PER_MANAGER));
    for (let i = 0; i < count; i++) {
      const gender = random.chance(0.55) ? 'female' : 'male';
      let name = '';
      let nameEn = '';
      // A second try is enough to make most names differ; banks do have namesakes.
      for (let attempt = 0; attempt < 4 && (attempt === 0 || taken.has(name)); attempt++) {
        const [surname = '', surnameEn = ''] = surnames[random.below(surnames.length)] ?? [];
        const [given = '', givenEn = ''] = givenNames[gender][random.below(givenNames[gender].length)] ?? [];
        name = surname + given;
        nameEn = `${surnameEn} ${givenEn}`;
      }
      taken.add(name);
      managers.push({
        id: `RM${String(managers.length + 1).padStart(4, '0')}`,
        name,
        nameEn,
        branch: index,
        level: i === 0 ? 'senior' : random.chance(0.3) ? 'junior' : 'standard',
      });
    }
  });
  return managers;
}
