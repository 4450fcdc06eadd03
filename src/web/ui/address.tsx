import type { Say } from '#src/text/catalogue.ts'
import { languageOf } from './language.ts'

/** A report's address as it was written; a house stays on the line of its street's last word. */
export function Address({ t, address }: { readonly t: Say; readonly address: string }) {
  return <span lang={languageOf(address, t)}>{address.replace(/ (?=\d[^ ]*$)/, '\u00a0')}</span>
}
