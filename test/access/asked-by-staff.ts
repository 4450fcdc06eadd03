import type { CityId } from '#src/domain/id.ts'
import type { RouteKey } from '#src/web/routes.ts'
import { aKey } from '#test/some-reports.ts'
import type { Asked } from './asked.ts'

const other = 'other-city' as CityId
const guessed = 'a-guessed-secret-of-some-length'

/** What is asked of the addresses at which reports are worked on. */
export const byStaff = {
  desk: [{ address: (to, { town }) => to.desk(town.city) }],
  deskLive: [{ address: (to, { town }) => to.deskLive(town.city) }],
  deskReport: [
    { about: 'that is public', address: (to, { town, open }) => to.deskReport(town.city, open.number) },
    { about: 'that is public, in another city', address: (to, { open }) => to.deskReport(other, open.number) },
    { about: 'that waits for a moderator', address: (to, { town, sent }) => to.deskReport(town.city, sent.number) },
    { about: 'that does not exist', address: (to, { town }) => to.deskReport(town.city, 999_999) },
  ],
  deskMessage: [
    { about: 'of a formal appeal', address: (to, { town, open }) => to.deskMessage(town.city, open.number) },
    { about: 'of one that waits', address: (to, { town, sent }) => to.deskMessage(town.city, sent.number) },
  ],
  deskMove: [
    {
      about: 'note, to one that is public',
      address: (to, { town, open }) => to.deskMove(town.city, open.number, 'note'),
      fields: aNote,
    },
    {
      about: 'note, to one that waits',
      address: (to, { town, sent }) => to.deskMove(town.city, sent.number, 'note'),
      fields: aNote,
    },
  ],
  answer: [
    { about: 'a private link', address: (to, { town, link }) => to.answer(town.city, link) },
    { about: 'a link of another city', address: (to, { link }) => to.answer(other, link) },
    { about: 'an expired link', address: (to, { town, expired }) => to.answer(town.city, expired) },
    { about: 'the link of who passed it on', address: (to, { town, passedOn }) => to.answer(town.city, passedOn) },
    { about: 'a guessed link', address: (to, { town }) => to.answer(town.city, guessed) },
  ],
  answerMessage: [
    {
      about: 'of a formal appeal, by a private link',
      address: (to, { town, link }) => to.answerMessage(town.city, link),
    },
    {
      about: 'by the link of who passed it on',
      address: (to, { town, passedOn }) => to.answerMessage(town.city, passedOn),
    },
    {
      about: 'of no appeal, by a private link',
      address: (to, { town, linkOfAnother }) => to.answerMessage(town.city, linkOfAnother),
    },
  ],
  answerMove: [
    {
      about: 'note, by a private link',
      address: (to, { town, link }) => to.answerMove(town.city, link, 'note'),
      fields: aNote,
    },
    {
      about: 'note, by the link of who passed it on',
      address: (to, { town, passedOn }) => to.answerMove(town.city, passedOn, 'note'),
      fields: aNote,
    },
    {
      about: 'note, by a guessed link',
      address: (to, { town }) => to.answerMove(town.city, guessed, 'note'),
      fields: aNote,
    },
  ],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>

function aNote(): Record<string, string> {
  return { key: aKey(), note: 'Слова при цій дії' }
}
