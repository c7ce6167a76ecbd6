/** The pages that exist, each by a link that opens it filled. */
export const routes = [
  { name: 'landing', link: '#/?' },
  { name: 'import', link: '#/import/files?' },
  { name: 'overview', link: '#/overview?b=sample&' },
  { name: 'customers', link: '#/customers?b=sample&' },
  { name: 'customer', link: '#/customers/C000012?b=sample&' },
  { name: 'settings', link: '#/settings?b=sample&' },
] as const;

export const languages = ['en', 'zh'] as const;
