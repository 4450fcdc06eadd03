import type { CityId, LinkId, OrganizationId, PersonId, ReportId } from '#src/domain/id.ts'

/** Who appeals formally, and who has read that. */
export type AppealTables = {
  formal_appeal: {
    city_id: CityId
    report_id: ReportId
    surname: string
    name: string
    patronymic: string
    residence: string
    given_at: Date
  }
  appeal_reading: {
    city_id: CityId
    report_id: ReportId
    read_at: Date
    organization_id: OrganizationId
    person_id: PersonId | null
    link_id: LinkId | null
  }
}
