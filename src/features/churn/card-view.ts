import type { Language } from '../../i18n/language';
import type { ChurnKey } from './messages';

export type { CardView } from '../../charts/chart-card-props';

export type Speech = Language<ChurnKey>;
