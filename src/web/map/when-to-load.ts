/** What is known about a page that holds a map not yet loaded. */
export type Moment = {
  readonly tapped: boolean
  readonly inView: boolean
  /** The page has loaded and the browser has nothing better to do. */
  readonly idle: boolean
  /** Somebody has scrolled, touched, moved or typed something since the page was opened. */
  readonly attended: boolean
  readonly connection: Connection
}

export type Connection = { readonly saveData?: boolean; readonly effectiveType?: string }

/**
 * A tap loads the map at once; looking at it does so only on an idle page, on a connection that can spare it, and for who
 * has not just come: a map in the first screenful is half a megabyte to many who leave at once.
 */
export function mayLoad({ tapped, inView, idle, attended, connection }: Moment): boolean {
  if (tapped) return true
  return inView && idle && attended && !isDear(connection)
}

/** Half a megabyte is much to ask here without a tap. */
export function isDear({ saveData = false, effectiveType = '4g' }: Connection): boolean {
  return saveData || ['slow-2g', '2g', '3g'].includes(effectiveType)
}
