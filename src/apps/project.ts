import type { IconPart } from '#src/web/install/icon-parts.ts'

/**
 * What is done to a project that Capacitor made, by paths from the app's folder: files that are ours, those of its files
 * that are changed, pictures, and what ours take the place of.
 */
export type Project = {
  readonly files: Readonly<Record<string, string>>
  readonly changes: Readonly<Record<string, readonly Change[]>>
  readonly pictures: Readonly<Record<string, IconPart>>
  readonly gone: readonly string[]
}

/** In place of words that stand there, others. */
export type Change = { readonly at: string | RegExp; readonly put: string }

/** The text with each change made everywhere it fits. Throws where one finds nothing: Capacitor writes its projects otherwise now. */
export function changed(text: string, changes: readonly Change[], path: string): string {
  return changes.reduce((before, { at, put }) => {
    const isThere = typeof at === 'string' ? before.includes(at) : before.search(at) >= 0
    if (!isThere) throw new Error(`${path} has no ${String(at)}`)
    return before.replaceAll(at, () => put)
  }, text)
}

/** As the text of an element or of an attribute's value. */
export function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
