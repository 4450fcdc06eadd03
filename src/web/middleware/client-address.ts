import { isIPv4, isIPv6 } from 'node:net'

/**
 * The client's address as the nearest proxy that we trust saw it. Each proxy appends who called it, so with
 * `proxies` of them in front the client is that many from the right; what stands further left anyone can write.
 */
export function clientAddress(socket: string | undefined, forwardedFor: string | null, proxies: number): string {
  const seen = socket ?? ''
  if (proxies === 0 || !forwardedFor) return seen
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  return hops.at(-Math.min(proxies, hops.length)) || seen
}

/**
 * What counts as one caller: an IPv4 address, or of IPv6 the network that a household is given whole (RFC 6177), since
 * whoever has one can take another address in it for every request.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(?:::ffff:)?(\d+(?:\.\d+){3})(?::\d+)?$/i, '$1')
  if (isIPv4(plain) || !isIPv6(plain)) return plain
  const [start = '', end] = plain.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array<string>(end ? 8 - start.length - end.length : 0).fill('0')
  const groups = [...start, ...zeros, ...(end ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const saysForWhom = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/**
 * True when a program on this machine asks this machine, and not a proxy for somebody else. The name that it asks counts
 * too: a page of another site can have its own name lead here (DNS rebinding), and a silent proxy passes on the public one.
 */
export function isFromHere(socket: string | undefined, { url, headers }: Pick<Request, 'url' | 'headers'>): boolean {
  const isNear = /^(?:::ffff:)?127\.|^::1$/.test(socket ?? '')
  return isNear && isThisMachine(new URL(url).hostname) && !saysForWhom.some((name) => headers.has(name))
}

function isThisMachine(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname)
}
