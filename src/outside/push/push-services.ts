/** The push services of the browsers in use: Chromium's, Firefox's, Safari's and Edge's. */
const known = [
  /^fcm\.googleapis\.com$/,
  /(?:^|\.)push\.services\.mozilla\.com$/,
  /(?:^|\.)push\.apple\.com$/,
  /(?:^|\.)notify\.windows\.com$/,
]

/**
 * Whether messages are sent to an address that a browser named. Only to push services, and those whose origins the
 * operator added: else anybody could have this server call whatever it can reach.
 */
export function isPushService(address: string, added: readonly string[]): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.password) return false
  if (added.includes(url.origin)) return true
  return url.protocol === 'https:' && url.port === '' && known.some((host) => host.test(url.hostname))
}
