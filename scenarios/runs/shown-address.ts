/** Parameters of an address that say who asks, and nothing of where. */
const SECRET = /pass|secret|token|key|credential/i;

/** An address as it may be shown: without passwords, wherever it carries one. What is no address is shown as far as it names nobody. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@]*@/g, '//***@');
  const shown = new URL(address);
  if (shown.password === '' && shown.search === '') return address;
  if (shown.password !== '') shown.password = '***';
  const parameters = [...shown.searchParams];
  for (const [name, value] of parameters) {
    if (SECRET.test(name)) shown.searchParams.set(name, '***');
    // An address in an address, as the endpoint of a bucket.
    else if (value.includes('@') && URL.canParse(value)) shown.searchParams.set(name, shownAddress(value));
  }
  return parameters.length === 0 ? shown.href : shown.href.replace(/\?.*$/, `?${[...shown.searchParams].map(([name, value]) => `${name}=${value}`).join('&')}`);
}
