import type { LinkId, OrganizationId } from '#src/domain/id.ts'
import type { Report } from '#src/domain/report.ts'
import { ofReport } from '#src/store/media.ts'
import { hasOfficers } from '#src/store/memberships.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import type { Tx } from '#src/store/store.ts'
import type { Way } from './letters/organization-letter.ts'
import type { Parts } from './parts.ts'

/** Twice the longest term that the law allows an answer, so that a link outlives a postponement or a reopening. */
const linkLives = { hours: 60 * 24 }

/**
 * How an organization comes to a report. Without officers, by a new private link of the notice's own id: written
 * anew when the letter is tried again, because the secret itself is kept nowhere.
 */
export async function wayTo(
  { means: { mint, now }, addresses }: Pick<Parts, 'means' | 'addresses'>,
  tx: Tx,
  organization: OrganizationId,
  report: Report,
  notice: string,
): Promise<Way> {
  if (await hasOfficers(tx, organization)) return { kind: 'desk' }

  const at = now()
  const expiresAt = at.add(linkLives)
  const secret = mint.secret()
  const id = notice as LinkId // safe: a notice makes at most one link, which takes its id over
  await keep(tx, { id, secretHash: hashOf(secret), report: report.id, organization, at, expiresAt })
  const shown = (await ofReport(tx, report.id)).filter(({ hidden }) => !hidden)
  return { kind: 'private', secret, expiresAt, media: shown.map(addresses.media) }
}
