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
