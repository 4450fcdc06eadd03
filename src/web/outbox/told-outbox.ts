/** Names in a request for whom a device kept what it sends: `markOf` who was signed in as it was written. */
export const writtenBy = 'x-written-by'

/**
 * What the server answers a device that sends what it kept (`accept: application/json`): where the result is seen; what
 * is wrong with the form, each at its field; or that it could not be looked at.
 */
export type ToldOutbox =
  | { readonly see: string }
  | { readonly problems: readonly { readonly field: string; readonly words: string }[] }
  | { readonly problem: string }
