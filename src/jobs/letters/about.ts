import type { Guide } from '#src/domain/guide.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import type { Moved } from '#src/domain/lifecycle.ts'
import type { Report } from '#src/domain/report.ts'
import type { Submitted } from '#src/domain/submission.ts'
import type { Key, Say } from '#src/text/catalogue.ts'
import type { Quote } from './content.ts'

/** What a letter tells of: a step of a report's life, by whom it was made, and where the report stands now. */
export type About = {
  readonly guide: Guide
  readonly event: Moved | Submitted
  readonly report: Report
  /** Who answered for the report right after the event. */
  readonly organization: OrganizationId | null
  /** The number of the report that this event merged it into. */
  readonly main: number | null
}

/** The name as the reader's language has it, also when the city no longer knows the organization. */
export function nameOf(organization: OrganizationId | null, { organizations }: Guide, t: Say): string {
  const known = organization && organizations.get(organization)
  return known ? known.name[t.locale] : t('letter.by.unnamed')
}

/** Who acted, when an organization did; else who answers for the report since. */
export function actingOrganization({ event, organization }: About): About['organization'] {
  const acted = event.by.kind === 'officer' || event.by.kind === 'correspondent' ? event.by.organization : null
  return event.kind === 'moved' && 'organization' in event.act ? event.act.organization : (acted ?? organization)
}

/** Why, for the acts that choose a reason from a list. */
export function reasonOf({ event }: About, t: Say): string {
  if (event.kind === 'submitted' || !('reason' in event.act)) return ''
  return t(reasonKey(event.act))
}

type Reasoned = Extract<Moved['act'], { readonly reason: string }>

function reasonKey(act: Reasoned): Key {
  switch (act.kind) {
    case 'reject':
    case 'decline_addition':
      return `reject.${act.reason}`
    case 'postpone':
      return `delay.${act.reason}`
    case 'extend':
      return `extension.${act.reason}`
    case 'decline':
      return `decline.${act.reason}`
  }
}

/** What was written with the step, in its writer's name; none when nothing was. */
export function quotesOf({ event, guide }: Pick<About, 'event' | 'guide'>, t: Say): readonly Quote[] {
  const words = event.kind === 'moved' ? wordsOf(event.act).trim() : ''
  return words ? [{ by: speaker(event, guide, t), words }] : []
}

function wordsOf(act: Moved['act']): string {
  if ('note' in act) return act.note
  if ('question' in act) return act.question
  return 'answer' in act ? act.answer : ''
}

function speaker(event: About['event'], guide: Guide, t: Say): string {
  const { by } = event
  switch (by.kind) {
    case 'officer':
    case 'correspondent':
      return nameOf(by.organization, guide, t)
    case 'moderator':
    case 'administrator':
      return t('letter.by.moderator')
    case 'resident':
      return t(event.kind === 'moved' && event.act.kind === 'add' ? 'letter.by.resident' : 'letter.by.author')
    case 'system':
    case 'visitor':
      return guide.city.name[t.locale]
  }
}
