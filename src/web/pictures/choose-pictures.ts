import type { Handler } from '../context.ts'
import { text } from '../form/fields.ts'
import { readFields } from '../form/read-form.ts'
import { ownPath } from '../own-path.ts'
import { picturesCookie } from './pictures.ts'

/** Shows pictures, or no more, to a browser that saves data; then the page that was looked at. */
export const choosePictures: Handler<'choosePictures'> = async ({ request, origin, to, problem, seeOther }) => {
  const fields = await readFields(request)
  if (!fields.ok) return problem({ kind: 'not_a_form' })
  const wanted = text(fields.value, 'pictures') === 'shown' ? 'shown' : 'left_out'
  const back = ownPath(text(fields.value, 'back')) ?? to.cities()
  return seeOther(back, [['set-cookie', picturesCookie(wanted, origin.startsWith('https:'))]])
}
