import { expect, it } from 'vitest'

import type { Actor } from './actor.ts'
import { hearersOf } from './announcement.ts'
import { aCorrespondent, aModerator, anAct, anOfficer, aReport, day, waterUtility } from './examples.ts'
import type { OrganizationId } from './id.ts'
import type { Moved } from './lifecycle.ts'

const other = 'street-lighting' as OrganizationId
const report = aReport({ status: 'accepted', organization: other })

const assigned = (by: Actor): Moved => ({
  kind: 'moved',
  reportId: report.id,
  from: 'in_progress',
  to: 'accepted',
  act: anAct('assign', other),
  by,
  at: day(3),
})

const told = (by: Actor, before: OrganizationId | null) =>
  hearersOf(assigned(by), report, before).flatMap((hearer) => (hearer.kind === 'organization' ? [hearer.id] : []))

it('tells an organization that its report was given to another, unless it gave it itself', () => {
  expect(told(aModerator(), waterUtility)).toEqual([other, waterUtility])
  expect(told(anOfficer(), waterUtility)).toEqual([other])
  expect(told(aCorrespondent(), waterUtility)).toEqual([other])
  expect(told(aModerator(), other)).toEqual([other])
})
