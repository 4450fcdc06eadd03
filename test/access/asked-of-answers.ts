import type { RouteKey } from '#src/web/routes.ts'
import { aKey } from '#test/some-reports.ts'
import type { Asked } from './asked.ts'
import type { Stage } from './stage.ts'

const guessed = 'a-guessed-secret-of-some-length'

/** What is asked of the addresses by which one says whether a report is solved, or adds to it. */
export const feedback = {
  addition: [
    { about: 'to one that is public', address: (to, { town, open }) => to.addition(town.city, open.number) },
    {
      about: 'to one that waits for a moderator',
      address: (to, { town, sent }) => to.addition(town.city, sent.number),
    },
  ],
  sayOpinion: [
    {
      about: 'of one closed long ago',
      address: (to, { town, closed }) => to.sayOpinion(town.city, closed),
      fields: anAnswer,
    },
    {
      about: 'of one that waits for a moderator',
      address: (to, { town, sent }) => to.sayOpinion(town.city, sent.number),
      fields: anAnswer,
    },
  ],
  opinion: [
    {
      about: 'by the link in a letter',
      address: async (to, { town, asks }) => to.opinion(town.city, await asks('resident')),
    },
    { about: 'by a guessed link', address: (to, { town }) => to.opinion(town.city, guessed) },
  ],
  sayByLink: [
    {
      about: 'by a supporter’s letter',
      address: async (to, { town, asks }) => to.sayByLink(town.city, await asks('resident')),
      fields: anAnswer,
    },
    { about: 'by a guessed link', address: (to, { town }) => to.sayByLink(town.city, guessed), fields: anAnswer },
  ],
  moveByLink: [
    {
      about: 'confirm, by the author’s letter',
      address: async (to, { town, asks }) => to.moveByLink(town.city, await asks('author'), 'confirm'),
      fields: anAct,
    },
    {
      about: 'confirm, by a supporter’s letter',
      address: async (to, { town, asks }) => to.moveByLink(town.city, await asks('resident'), 'confirm'),
      fields: anAct,
    },
    {
      about: 'withdraw, by the author’s letter',
      address: async (to, { town, asks }) => to.moveByLink(town.city, await asks('author'), 'withdraw'),
      fields: anAct,
    },
    {
      about: 'confirm, by a guessed link',
      address: (to, { town }) => to.moveByLink(town.city, guessed, 'confirm'),
      fields: anAct,
    },
  ],
} as const satisfies Partial<Record<RouteKey, readonly [Asked, ...Asked[]]>>

function anAnswer({ closing }: Stage): Record<string, string> {
  return { solved: 'no', closing, note: 'Досі тече' }
}

function anAct(): Record<string, string> {
  return { key: aKey(), note: 'Слова при цій дії' }
}
