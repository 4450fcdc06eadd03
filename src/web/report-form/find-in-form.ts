import { findPlaces } from '#src/operations/find-places.ts'
import type { Context } from '../context.ts'
import { type FieldsOf, pointOf, text } from '../form/fields.ts'
import type { CountTry } from '../limits.ts'
import { chosenPlace } from '../places/place-choice.tsx'
import { type ShownPlace, shownPlaces } from '../places/place-words.ts'

/** The form with a place looked for or chosen in it; null when neither of those buttons was pressed. */
export type FoundInForm = { readonly fields: FieldsOf; readonly places: readonly ShownPlace[] | null }

const most = 8

/** Without a script, a form's address is looked up by its own button, and one of the places found is put in by another. */
export async function findInForm(
  { means, guide: { city }, network, now, t }: Context<'submitReport'>,
  countTry: CountTry,
  fields: FieldsOf,
): Promise<FoundInForm | null> {
  const chosen = chosenPlace(fields)
  if (chosen) {
    const [lng, lat] = [chosen.point.lng, chosen.point.lat].map(String)
    return { fields: { ...fields, address: [chosen.title], lng: [lng ?? ''], lat: [lat ?? ''] }, places: null }
  }
  const typed = text(fields, 'address')
  if (!text(fields, 'find') || !typed) return null
  // Whoever asks too often finds nothing, and keeps what was typed.
  if ((await countTry('places_from_network', network, now)) !== null) return { fields, places: [] }
  const found = await findPlaces(means, city, typed, pointOf(fields) ?? city.center, most)
  return { fields, places: shownPlaces(found, t, most) }
}
