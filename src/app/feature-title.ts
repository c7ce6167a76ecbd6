import type { Feature } from '../features/feature';
import type { Locale } from '../i18n/locale';
import { translator } from '../i18n/translate';

/** A feature's name in the reader's language. */
export function featureTitle(feature: Feature, locale: Locale): string {
  return translator(feature.messages, locale)(feature.title);
}

/** The question of a card, by its id, over all features; the id itself when no feature has it. */
export function cardTitle(features: readonly Feature[], cardId: string, locale: Locale): string {
  for (const feature of features) {
    const card = feature.cards.find(({ id }) => id === cardId);
    if (card) return translator(feature.messages, locale)(card.question);
  }
  return cardId;
}
