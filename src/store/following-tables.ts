import type { ColumnType, Generated } from 'kysely'

import type { Frequency } from '#src/domain/following.ts'
import type {
  AreaId,
  CategoryId,
  CityId,
  FollowKey,
  GroupId,
  OrganizationId,
  ReportId,
  SubscriptionId,
} from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'

/** Who follows what, the letters that tell them, and the addresses that letters go to. */
export type FollowingTables = {
  follower: {
    city_id: CityId
    id: Generated<string>
    email: string
    locale: Locale
    key: Generated<FollowKey>
    written_at: Date | null
  }
  subscription: {
    city_id: CityId
    id: Generated<SubscriptionId>
    follower_id: string
    report_id: ReportId | null
    area_id: AreaId | null
    category_id: CategoryId | null
    group_id: GroupId | null
    organization_id: OrganizationId | null
    location: ColumnType<unknown, unknown, unknown>
    metres: number | null
    frequency: Frequency
    since: Date
    confirm_until: Date | null
  }
  letter: {
    city_id: CityId
    id: string
    follower_id: string
    created_at: Date
    sent_at: Date | null
    failed_at: Date | null
  }
  delivery: {
    city_id: CityId
    event_seq: number
    follower_id: string
    subscription_id: SubscriptionId
    at_once: boolean
    created_at: Date
    letter_id: string | null
  }
  mail_address: {
    email: string
    return_key: Generated<string>
    soft_bounces: Generated<number>
    bounced_at: Date | null
    stopped: 'bounced' | 'complained' | null
    written_at: Date
  }
}
