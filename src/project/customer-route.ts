import { escapeCharacters, percentDecode } from '../base/percent-encoding';

/** The route of a customer's page. A slash in the number would be another part of the route and is escaped. */
export const customerRoute = (customerId: string): string => `customers/${escapeCharacters(customerId, '/')}`;

/** The customer that a route names, or null when it names none. */
export function customerOfRoute(route: string): string | null {
  const [page, id = ''] = route.split('/');
  return page === 'customers' && id !== '' ? (percentDecode(id) ?? id) : null;
}
