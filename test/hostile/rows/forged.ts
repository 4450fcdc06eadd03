import { expect } from 'vitest'

import { actAt, actBy, actForm, city, newReport, reportForm } from '../forms.ts'
import { type Attack, type Group, type Row, shows } from '../row.ts'
import type { Answer } from '../visitor.ts'
import { uk } from '../words.ts'

const words = 'Провалився тротуар біля школи'
const note = 'Перевірили на місці'
const closed = uk('objection.category_closed')
const gone = uk('objection.file_expired')
const old = uk('form.problem.form_made_up')

/** A form of a new report with one thing in it made up. */
const made = (name: string, changes: Record<string, string>, says: string): Row => ({
  name,
  send: ({ resident }) => resident.post(newReport, reportForm(changes)),
  status: 422,
  says,
  keeps: words,
})

const reports: Row[] = [
  made('a report without a key', { key: '' }, old),
  made('a report whose key is no key', { key: '1' }, old),
  made('a report whose key is SQL', { key: `${crypto.randomUUID()}' or 1=1` }, old),
  made('a category that nobody knows', { category: 'nowhere' }, closed),
  made('a category by a name of the language', { category: '__proto__' }, closed),
  made('a category that is a group', { category: 'roads' }, closed),
  made('no category', { category: '' }, uk('form.problem.category_missing')),
  made('a file that was never sent', { media: crypto.randomUUID() }, gone),
  made(
    'nothing but an answer to a question of another category',
    { category: 'pothole', 'answer.pavement.surface': 'tiles' },
    uk('objection.answer_missing'),
  ),
  made(
    'an option that a question does not have',
    { category: 'pothole', 'answer.pothole.place': 'moon' },
    uk('objection.answer_missing'),
  ),
  {
    name: 'a thousand files that were never sent',
    send: ({ resident }) =>
      resident.post(newReport, [
        ...reportForm(),
        ...Array.from({ length: 1000 }, () => ['media', crypto.randomUUID()] as const),
      ]),
    status: 422,
    says: uk('files.problem.too_many_files', { most: 5 }),
    keeps: words,
  },
  {
    name: 'a thousand files to take away',
    send: ({ resident }) =>
      resident.post(newReport, [
        ...reportForm(),
        ...Array.from({ length: 1000 }, () => ['remove', crypto.randomUUID()] as const),
      ]),
    status: 303,
  },
  {
    name: 'files to take away that are no files',
    send: ({ resident }) =>
      resident.post(
        newReport,
        reportForm({ remove: "' or 1=1", media: '../../etc/passwd', name_shown: 'everything', listed: '__proto__' }),
      ),
    status: 303,
  },
]

const untouched = async (_: Answer, attack: Attack) => {
  const page = await attack.stranger().get(`${city}/reports/${attack.report}`)
  expect(page.text).not.toContain(note)
}

/** An act with something in it made up, refused with a sentence beside what was typed. */
const act = (name: string, kind: string, fields: Record<string, string>, says: string, status = 422): Row => ({
  name,
  send: (attack) =>
    actAt(kind === 'decline' || kind === 'postpone' ? attack.officer : attack.moderator, attack, kind, actForm(fields)),
  status,
  says,
  ...(fields.note ? { keeps: fields.note } : {}),
  after: untouched,
})

const acts: Row[] = [
  act('an act without a key', 'note', { key: '', note }, uk('acting.form_made_up')),
  act('an act whose key is no key', 'note', { key: 'x', note }, uk('acting.form_made_up')),
  act(
    'an organization that the city does not have',
    'assign',
    { organization: 'nowhere', note },
    uk('acting.no_such_organization'),
  ),
  act(
    'an organization by a name of the language',
    'assign',
    { organization: '__proto__', note },
    uk('acting.no_such_organization'),
  ),
  act('no organization', 'assign', { note }, uk('acting.organization_missing')),
  act('a reason that nobody offers', 'decline', { reason: 'constructor', note }, uk('acting.reason_not_chosen')),
  act('a report to be merged into that is none', 'merge', { into: '999999999' }, uk('acting.number_malformed')),
  act('a report to be merged into by SQL', 'merge', { into: '1 or 1=1' }, uk('acting.number_malformed')),
  act(
    'a report to be merged into by a number without end',
    'merge',
    { into: '9'.repeat(300) },
    uk('acting.number_malformed'),
  ),
  act('a photo to be hidden that is no photo', 'hide_media', { file: 'x' }, uk('acting.file_missing')),
  act(
    'a report that was seen as it never was',
    'note',
    { seen: '999999999999999', note },
    uk('acting.changed_meanwhile_written'),
    409,
  ),
  act(
    'an act that the status does not allow',
    'approve',
    { organization: 'road-works' },
    uk('refusal.no_such_move'),
    409,
  ),
  {
    name: 'an act of somebody who is not signed in',
    send: (attack) => actAt(attack.stranger(), attack, 'note', actForm({ note })),
    status: 303,
    after: untouched,
  },
  {
    name: 'an act at the desk by a resident',
    send: (attack) => actAt(attack.resident, attack, 'note', actForm({ note })),
    status: 403,
    says: uk('error.not_permitted.title'),
    after: untouched,
  },
  {
    name: 'an author’s act by another resident',
    send: (attack) => actBy(attack.other, attack, 'withdraw', actForm()),
    status: 403,
    after: untouched,
  },
  {
    name: 'an act in another city by a moderator',
    send: ({ moderator }) => moderator.post('/vinnytsia/desk/1/note', actForm({ note })),
    status: 403,
  },
  {
    name: 'the same act ten times, one after another',
    async send(attack) {
      const form = actForm({ note: 'Десять разів' })
      const answers: Answer[] = []
      for (let sent = 0; sent < 10; sent += 1) answers.push(await actAt(attack.moderator, attack, 'note', form))
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
      return attack.moderator.get(`${city}/desk/${attack.report}`)
    },
    status: 200,
    after: async ({ text }) => expect(text.split('Десять разів').length - 1).toBe(1),
  },
  {
    name: 'an act sent again after the report has moved',
    async send(attack) {
      const stale = actForm({ seen: '1', note: 'Надіслано із запізненням' })
      await actAt(attack.moderator, attack, 'note', actForm({ note: 'Новіше' }))
      return actAt(attack.moderator, attack, 'note', stale)
    },
    status: 409,
    says: uk('acting.changed_meanwhile_written'),
    keeps: 'Надіслано із запізненням',
  },
]

const files: Row[] = [
  {
    name: 'a file of a form that is another’s, taken away',
    send: ({ stranger }) =>
      stranger().send(`${city}/uploads/${crypto.randomUUID()}?key=${crypto.randomUUID()}`, { method: 'DELETE' }),
    status: 204,
  },
  {
    name: 'a file taken away without a key',
    send: ({ stranger }) =>
      stranger().send(`${city}/uploads/${crypto.randomUUID()}?key=' or 1=1`, { method: 'DELETE' }),
    status: 404,
  },
  {
    name: 'a file by a guessed key',
    send: ({ stranger }) =>
      stranger().get(`/media/${'A'.repeat(32)}/320.webp?draft=${crypto.randomUUID()}&link=${'B'.repeat(32)}`),
    status: 404,
  },
  {
    name: 'a private link that is guessed',
    send: ({ stranger }) => stranger().get(`${city}/answer/${'A'.repeat(43)}`),
    status: 404,
  },
  {
    name: 'an act by a private link that is guessed',
    send: ({ stranger }) => stranger().post(`${city}/answer/${'A'.repeat(43)}/resolve`, actForm({ note })),
    status: 404,
  },
]

const kept: Row = {
  name: 'an act of an author whose session has ended, as large as a form may be',
  async send(attack) {
    const visitor = attack.stranger()
    const answer = await actBy(
      visitor,
      attack,
      'answer',
      actForm({
        note: 'а'.repeat(60_000),
        ...Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 'б'.repeat(1000)])),
      }),
    )
    const back = new URL(answer.headers.get('location') ?? '', 'http://own.example').searchParams.get('continue') ?? ''
    const page = await attack.resident.get(back)
    expect(shows(page.text, 'а'.repeat(250))).toBe(true)
    expect(page.text).not.toContain('бббб')
    return answer
  },
  status: 303,
}

export const forged: readonly Group[] = [
  { about: 'ids and keys that are made up', rows: [...reports, ...acts, ...files, kept] },
]
