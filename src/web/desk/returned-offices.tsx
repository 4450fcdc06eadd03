import type { Actor } from '#src/domain/actor.ts'
import { returnedSince } from '#src/store/mail-addresses.ts'
import { Notice } from '../ui/notice.tsx'
import type { DeskContext } from './open-folder.ts'
import { moderates } from './staff.ts'

/** Offices are written to all the same: an address that works again is spoken of so long. */
const remembered = { hours: 24 * 14 }

/** Which addresses of the city and its organizations letters come back from: nobody there hears of a report. For moderators. */
export async function returnedOffices({ guide, means, now, t }: DeskContext, actors: readonly Actor[]) {
  if (!moderates(actors)) return null
  const { city, organizations } = guide
  const offices = [...organizations.values()].flatMap(({ name, email, headEmail }) => [
    { email, name: name[t.locale] },
    ...(headEmail ? [{ email: headEmail, name: t('desk.returned.head', { organization: name[t.locale] }) }] : []),
  ])
  if (city.email) offices.push({ email: city.email, name: city.name[t.locale] })
  const returned = await returnedSince(
    means.store.whole,
    offices.map(({ email }) => email),
    now.subtract(remembered),
  )
  const lost = offices.filter(({ email }) => returned.has(email.toLowerCase()))
  if (lost.length === 0) return null
  return (
    <Notice kind="warning">
      <p>{t('desk.returned.lead')}</p>
      <ul>
        {lost.map(({ email, name }) => (
          <li key={`${name} ${email}`}>
            {name}: {email}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
