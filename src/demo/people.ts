import type { CityId, OrganizationId, PersonId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { CitySource } from '#src/outside/cities/read-city.ts'
import * as people from '#src/store/people.ts'
import type { Store } from '#src/store/store.ts'
import { fixedId } from './fixed-id.ts'
import type { Demo } from './read-demo.ts'

/** Everyone who acts in a demo. Residents stand in the order of its file. */
export type People = {
  readonly residents: readonly PersonId[]
  readonly moderators: readonly PersonId[]
  readonly officers: ReadonlyMap<OrganizationId, PersonId>
}

type Invited = {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly locale?: Locale
}

/** Sees to it that residents and staff are known by name; whoever was known before stays the same person. */
export async function inviteEveryone(
  whole: Store['whole'],
  city: CityId,
  staff: CitySource['staff'],
  { residents }: Demo,
): Promise<People> {
  const invite = ({ email, firstName, lastName, locale = 'uk' }: Invited) =>
    people.ensure(whole, {
      id: fixedId<'person'>(`${city} ${email}`) as PersonId,
      email: email.toLowerCase(),
      firstName,
      lastName,
      locale,
    })

  const known: PersonId[] = []
  for (const resident of residents) known.push(await invite(resident))
  const moderators: PersonId[] = []
  const officers = new Map<OrganizationId, PersonId>()
  for (const member of staff) {
    const id = await invite(member)
    if (member.role === 'moderator') moderators.push(id)
    if (member.role === 'officer') officers.set(member.organization, id)
  }
  return { residents: known, moderators, officers }
}
