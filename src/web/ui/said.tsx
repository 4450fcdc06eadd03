import type { Say } from '#src/text/catalogue.ts'
import { languageOf } from './language.ts'

/** Somebody's own words, with their line breaks and in their language; nothing where there are none. */
export function Said({ t, words }: { readonly t: Say; readonly words: string | undefined }) {
  if (!words) return null
  return (
    <p class="said" lang={languageOf(words, t)}>
      {words}
    </p>
  )
}
