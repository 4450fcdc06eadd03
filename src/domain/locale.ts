/** The languages people read. Ukrainian comes first: it is the language of a page that names none. */
export const locales = ['uk', 'en'] as const

export type Locale = (typeof locales)[number]

/** A text that a city wrote, in every language. */
export type Words = Readonly<Record<Locale, string>>

/** By which dates and numbers are written (BCP 47): the 24 hours and the order of Ukraine, in English too. */
export const languageTags = { uk: 'uk-UA', en: 'en-GB' } as const satisfies Record<Locale, string>
