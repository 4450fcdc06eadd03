import type { OrganizationId } from '#src/domain/id.ts'
import type { Tx } from './store.ts'

/** True when somebody may sign in for the organization: else it is reached by mail alone. */
export async function hasOfficers(tx: Tx, organization: OrganizationId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('membership')
    .select('role')
    .where('city_id', '=', tx.city)
    .where('organization_id', '=', organization)
    .where('role', '=', 'officer')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
