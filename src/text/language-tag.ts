import type { Locale } from '#src/domain/locale.ts'

/** By which dates and numbers are written, on the server and in a browser: the 24 hours and the order of Ukraine, in English too. */
export const languageTags = { uk: 'uk-UA', en: 'en-GB' } as const satisfies Record<Locale, string>
