import type { ActKind } from './act.ts'
import type { Actor } from './actor.ts'
import { isPublic, type NameShown, type Report } from './report.ts'

/**
 * Who reads, as far as one report is concerned: the same person is its author on one page and the public on the next.
 * `responsible` is the organization that answers for it now, `other_staff` any other organization's.
 */
export type Reader = 'public' | 'author' | 'responsible' | 'other_staff' | 'moderator'

const everyone = ['public', 'author', 'responsible', 'other_staff', 'moderator'] as const satisfies readonly Reader[]

/**
 * What each reader sees of a report. The rows with few readers are personal data, which the Law on Personal Data
 * Protection (No. 2297-VI) gives only to those whose duty needs it (art. 10), and no more of it than the purpose
 * takes (art. 6): a pipe is mended without knowing whose pavement it is.
 */
// biome-ignore format: a row a field, so that every change of who sees what is a change of one line
export const disclosure = {
  /** All of a report that waits for a moderator, was rejected or withdrawn; every other row is read within this one. */
  unpublished_report: ['author', 'responsible', 'moderator'],
  category: everyone,
  description: everyone,
  answers: everyone,
  place: everyone,
  organization: everyone,
  answer_due: everyone,
  approved_media: everyone,
  /** The organization that asked for a photo works with it before a moderator publishes it (art. 14: publishing needs a ground of its own). */
  hidden_media: ['author', 'responsible', 'moderator'],
  /** As the author chose; to publish it is the author's consent (art. 14). */
  author_shown_name: everyone,
  /** Answers go through the product, so an organization needs no name to give one (art. 6). */
  author_first_name: ['author', 'moderator'],
  /** A city that registers reports as formal appeals needs the applicant's name (No. 393/96, art. 5): its moderators have it. */
  author_surname: ['author', 'moderator'],
  author_email: ['author', 'moderator'],
  /** That it is a formal appeal: who handles it must know by which law, and nobody else. */
  formal_appeal: ['author', 'responsible', 'moderator'],
  /** Who appeals, where they live and their e-mail: the addressee answers to them (No. 393/96, art. 5), a moderator only passes it on. */
  appeal_particulars: ['author', 'responsible'],
  /** May tell what was offensive or whose data it held: repeating it would publish what the rejection kept back. */
  rejection_reason: ['author', 'moderator'],
  /** What was written before a moderator asked for better. */
  revisions: ['author', 'moderator'],
  /** Written by staff to staff; the author is told in answers, not in remarks. */
  internal_notes: ['responsible', 'moderator'],
  /** Which photo was hidden and shown, and when: the organization sees why a photo it works with is not public. */
  internal_events: ['responsible', 'moderator'],
  /** What somebody added that no moderator has published: the organization works with it, its writer knows it. */
  unpublished_additions: ['responsible', 'moderator'],
  /** Why somebody finds a problem unsolved, written to those who can do something about it; the public reads how many do. */
  opinion_notes: ['responsible', 'moderator'],
  public_events: everyone,
  /** The public hears an organization; who answered there is staff data (art. 10), needed by those who work together. */
  staff_names: ['responsible', 'moderator'],
} as const satisfies Record<string, readonly Reader[]>

export type Field = keyof typeof disclosure

/** Which row a step of the timeline falls under. */
export const eventField = {
  approve: 'public_events',
  reject: 'rejection_reason',
  revise: 'revisions',
  assign: 'public_events',
  start: 'public_events',
  ask: 'public_events',
  answer: 'public_events',
  postpone: 'public_events',
  extend: 'public_events',
  resolve: 'public_events',
  decline: 'public_events',
  merge: 'public_events',
  separate: 'public_events',
  confirm: 'public_events',
  reopen: 'public_events',
  withdraw: 'public_events',
  note: 'internal_notes',
  add: 'unpublished_additions',
  show_addition: 'internal_events',
  decline_addition: 'internal_events',
  hide_media: 'internal_events',
  show_media: 'internal_events',
} as const satisfies Record<ActKind, Field>

/** Acts that everyone sees to have happened, while the note with them is from staff to staff. */
const withInternalNote: readonly ActKind[] = ['assign', 'start']

/** What this actor is to this report. The system is nobody: what it writes, it writes for one reader. */
export function readerOf(actor: Actor, report: Pick<Report, 'reporter' | 'organization'>): Reader {
  switch (actor.kind) {
    case 'moderator':
    case 'administrator':
      return 'moderator'
    case 'officer':
    case 'correspondent':
      return actor.organization === report.organization ? 'responsible' : 'other_staff'
    case 'resident':
      return actor.id === report.reporter ? 'author' : 'public'
    case 'visitor':
    case 'system':
      return 'public'
  }
}

/** True when the table gives this reader the field, and the report itself as it stands. */
export function mayRead(reader: Reader, field: Field, report: Pick<Report, 'status'>): boolean {
  return has(field, reader) && (isPublic(report) || has('unpublished_report', reader))
}

/** True when this reader may know that a step of the timeline happened. */
export function mayReadEvent(reader: Reader, act: ActKind, report: Pick<Report, 'status'>): boolean {
  return mayRead(reader, eventField[act], report)
}

/** True when what was written with a step of the timeline is for this reader too. */
export function mayReadNote(reader: Reader, act: ActKind, report: Pick<Report, 'status'>): boolean {
  const field = withInternalNote.includes(act) ? 'internal_notes' : eventField[act]
  return mayRead(reader, field, report)
}

/** The author's name for everyone to read; null when hidden, or when the account was erased. The surname is never part of it. */
export function shownName(author: { readonly firstName: string } | null, nameShown: NameShown): string | null {
  return nameShown === 'first_name' ? author?.firstName.trim() || null : null
}

function has(field: Field, reader: Reader): boolean {
  const readers: readonly Reader[] = disclosure[field]
  return readers.includes(reader)
}
