import type { HeaderList } from '../context.ts'

/**
 * Of a page whose address holds a key. Not `no-referrer`, with which a browser no longer says that a form is sent from a
 * page of ours.
 */
export const unkept: HeaderList = [
  ['cache-control', 'private, no-store'],
  ['referrer-policy', 'same-origin'],
]
