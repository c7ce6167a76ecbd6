/** The pages that exist, each by a link that opens it filled: a bank that is made in half a second, with long numbers. */
export const routes = [
  { name: 'landing', link: '#/?' },
  { name: 'import', link: '#/import/files?' },
  { name: 'overview', link: '#/overview?b=sample-2000-24-7&' },
  { name: 'churn', link: '#/churn/risk?b=sample-2000-24-7&' },
  {
    name: 'survival',
    link: '#/churn/survival?b=sample-2000-24-7&a=churn.survival~group:customer.type&',
  },
  { name: 'customers', link: '#/customers?b=sample-2000-24-7&' },
  { name: 'customer', link: '#/customers/C000012?b=sample-2000-24-7&' },
  { name: 'value', link: '#/value?b=sample-2000-24-7&' },
  { name: 'segments-tiers', link: '#/segments/tiers?b=sample-2000-24-7&' },
  { name: 'segments-rfm', link: '#/segments/rfm?b=sample-2000-24-7&' },
  { name: 'data-quality', link: '#/data/quality?b=sample-2000-24-7&' },
  { name: 'data-tables', link: '#/data/tables?b=sample-2000-24-7&' },
  { name: 'sql', link: '#/explore/sql?b=sample-2000-24-7&' },
  {
    name: 'sql-result',
    link: '#/explore/sql?b=sample-2000-24-7&q=SELECT%20*%20FROM%20customers&',
  },
  { name: 'settings', link: '#/settings?b=sample-2000-24-7&' },
] as const;

export const languages = ['en', 'zh'] as const;
