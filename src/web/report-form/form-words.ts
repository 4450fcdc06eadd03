import type { CityId, DraftKey } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import { catalogues } from '#src/text/catalogue.ts'
import { type FormSettings, type FormWords, formWordNames } from './form-settings.ts'

/** The sentences of the form's script as they are written: none has a plural, their holes are filled in the browser. */
export function formWords(locale: Locale): FormWords {
  return Object.fromEntries(formWordNames.map((word) => [word, catalogues[locale][word]])) as FormWords // safe: all of them
}

export function formSettings(city: CityId, sent: DraftKey | null): FormSettings {
  return { city, sent }
}
