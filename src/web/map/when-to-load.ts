/** What is known about a page that holds a map not yet loaded. */
export type Moment = {
  readonly tapped: boolean
  readonly inView: boolean
  /** The page has loaded and the browser has nothing better to do. */
  readonly idle: boolean
  readonly connection: Connection
}

export type Connection = { readonly saveData?: boolean; readonly effectiveType?: string }

/** A tap loads the map at once; looking at it does so only on an idle page and a connection that can spare it. */
export function mayLoad({ tapped, inView, idle, connection }: Moment): boolean {
  if (tapped) return true
  return inView && idle && !isDear(connection)
}

/** Half a megabyte is much to ask here without a tap. */
export function isDear({ saveData = false, effectiveType = '4g' }: Connection): boolean {
  return saveData || ['slow-2g', '2g', '3g'].includes(effectiveType)
}
