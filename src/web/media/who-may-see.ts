import type { Actor } from '#src/domain/actor.ts'
import { mayReadAddition } from '#src/domain/addition.ts'
import { mayRead, readerOf } from '#src/domain/disclosure.ts'
import { accessTo, type MediaAccess } from '#src/store/media.ts'
import { findLive, hashOf } from '#src/store/private-links.ts'
import type { Context } from '../context.ts'
import { staffActors } from '../desk/staff.ts'

export type SeenBy = 'everyone' | 'some' | 'nobody'

/**
 * Whether this request may have the file: `some` when only because of who asks. A waiting file is seen by who names its
 * form's key, the files of a report as the table of disclosure says, and by `?link=` as its organization does.
 */
export async function whoMaySee(context: Context<'media'>): Promise<SeenBy> {
  const { means, holes, url } = context
  const access = await accessTo(means.store.whole, holes.key)
  if (!access) return 'nobody'
  const { report } = access
  if (!report) return url.searchParams.get('draft') === access.draft ? 'some' : 'nobody'

  const { hidden, addition } = access
  const field = hidden ? 'hidden_media' : 'approved_media'
  const sees = (actor: Actor) => {
    const reader = readerOf(actor, report)
    const as = actor.kind === 'resident' ? actor.id : null
    // What no moderator has published of an addition is not even the author's, unless the author added it.
    return addition && (hidden || addition.state !== 'shown')
      ? mayReadAddition(reader, { ...addition, state: 'waiting' }, report, as)
      : mayRead(reader, field, report)
  }
  if (sees({ kind: 'visitor' })) return 'everyone'
  if ((await actorsIn(context, access)).some(sees)) return 'some'
  const correspondent = await correspondentFor(context, access)
  return correspondent && sees(correspondent) ? 'some' : 'nobody'
}

/** Everyone that the person may be in the file's city. */
async function actorsIn({ viewer, guides }: Context<'media'>, { city }: MediaAccess): Promise<readonly Actor[]> {
  const who = await viewer()
  const guide = guides.get(city)
  if (who.kind === 'visitor' || !guide) return []
  return [{ kind: 'resident', id: who.id }, ...staffActors(who, guide.city)]
}

async function correspondentFor(
  { means, now, url }: Context<'media'>,
  { city, report }: MediaAccess,
): Promise<Actor | null> {
  const secret = url.searchParams.get('link')
  if (!secret) return null
  const link = await findLive(means.store.of(city), hashOf(secret), now)
  return link && link.report === report?.id
    ? { kind: 'correspondent', link: link.id, organization: link.organization }
    : null
}
