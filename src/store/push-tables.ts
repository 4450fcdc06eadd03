import type { Generated } from 'kysely'

import type { CityId, DeviceId, PersonId, ReportId, SessionId } from '#src/domain/id.ts'
import type { PushKind } from '#src/domain/pushing.ts'

/** Devices that people are told on, what they want to see there, and what waits to be shown. */
export type PushTables = {
  device: {
    id: Generated<DeviceId>
    person_id: PersonId
    session_id: SessionId
    way: 'web' | 'fcm' | 'apns'
    address: string
    p256dh: string | null
    auth: string | null
    trusts: string | null
    name: string
    since: Date
  }
  push_choice: { person_id: PersonId; kinds: PushKind[]; quiet: boolean }
  push: {
    city_id: CityId
    device_id: DeviceId
    report_id: ReportId
    about: 'step' | 'term'
    kind: PushKind
    event_seq: number | null
    turn: Generated<number>
    tries: Generated<number>
    made_at: Date
    due_at: Date
    done_at: Date | null
  }
}
