import { expect } from 'vitest'

import { actAt, actBy, actForm, city, newReport, reportForm, typed } from '../forms.ts'
import { hostileTexts } from '../hostile-text.ts'
import { type Attack, type Group, type Row, shows } from '../row.ts'
import type { Answer } from '../visitor.ts'
import { uk } from '../words.ts'

type Name = keyof typeof hostileTexts

/** Which texts a field refuses, each with the sentence that says so; every other one is taken. */
type Refusals = Partial<Record<Name, string>>

const short = uk('objection.description_short', { least: 10 })
const descriptions: Refusals = {
  nothing: short,
  'white space': short,
  'invisible letters': short,
  'not a number': short,
  Infinity: short,
  'a number in another script': short,
  'a prototype key': short,
  'a text without end': uk('form.problem.description_long', { most: 5000 }),
}

const longAddress = uk('form.problem.address_long', { most: 300 })
const addresses: Refusals = {
  '5000 emojis': longAddress,
  'a word without end': longAddress,
  'a text without end': longAddress,
  'quotation marks alone': longAddress,
  'a huge number': longAddress,
}

const longAnswer = uk('form.problem.answer_long', { most: 500 })
const answers: Refusals = {
  '5000 emojis': longAnswer,
  'a word without end': longAnswer,
  'a text without end': longAnswer,
  'quotation marks alone': longAnswer,
}

const wordless = uk('refusal.reason_needed')
const longNote = uk('acting.note_long', { most: 3000 })
const notes: Refusals = {
  nothing: wordless,
  'white space': wordless,
  'invisible letters': wordless,
  '5000 emojis': longNote,
  'a word without end': longNote,
  'a text without end': longNote,
  'quotation marks alone': longNote,
}

const nameless = uk('about.first_name_missing')
const longName = uk('about.name_long', { most: 80 })
const personNames: Refusals = {
  nothing: nameless,
  'white space': nameless,
  'invisible letters': nameless,
  '5000 emojis': nameless,
  'quotation marks alone': nameless,
  'a huge number': nameless,
  'a number in another script': nameless,
  'a word without end': longName,
  'a text without end': longName,
  'an emoji astride the limit': longName,
}

/** Too much for a line of a request: the server itself says so. */
const beyondAddress: readonly Name[] = ['5000 emojis', 'a word without end', 'a text without end']

/** A row for each text, refused with its sentence and shown again, or taken. */
function rowsOf(
  field: string,
  refusals: Refusals,
  send: (text: string, attack: Attack, index: number) => Promise<Answer>,
  taken?: (text: string, answer: Answer, attack: Attack) => Promise<void>,
): Row[] {
  return (Object.entries(hostileTexts) as [Name, string][]).map(([name, text], index) => {
    const says = refusals[name]
    const refused = says ? { says, keeps: typed(text) } : {}
    const after = says ? {} : { after: async (answer: Answer, attack: Attack) => taken?.(text, answer, attack) }
    return {
      name: `${name} ${field}`,
      send: (attack) => send(text, attack, index),
      status: says ? 422 : 303,
      ...refused,
      ...after,
    }
  })
}

const asDescription = rowsOf(
  'as a description',
  descriptions,
  // One person may send so many a day.
  (text, { resident, other }, index) =>
    (index % 2 ? resident : other).post(newReport, reportForm({ description: text })),
  async (text, { headers }, { resident, other }) => {
    const page = headers.get('location')?.split('?')[0] ?? ''
    const shown = (await resident.get(page)).text + (await other.get(page)).text
    // The first words are the headline, and are not said again below.
    for (const paragraph of typed(text).split(/\n\s*\n/)) expect(shows(shown, paragraph)).toBe(true)
  },
)

const asAddress = rowsOf('as an address', addresses, (text, { stranger }) => keptForm(stranger, { address: text }))

const asAnswer = rowsOf('as an answer to a category’s question', answers, (text, { stranger }) => {
  const sign = { category: 'road-sign', 'answer.road-sign.fault': 'missing' }
  return keptForm(stranger, { ...sign, 'answer.road-sign.name': text })
})

const asNote = rowsOf(
  'as a question to the author, and as the answer to it',
  notes,
  (text, attack) => actAt(attack.officer, attack, 'ask', actForm({ note: text })),
  async (text, _, attack) => {
    expect((await actBy(attack.resident, attack, 'answer', actForm({ note: text }))).status).toBe(303)
    const page = await attack.stranger().get(`${city}/reports/${attack.report}`)
    expect(shows(page.text, typed(text))).toBe(true)
  },
)

const asName = rowsOf(
  'as a first name',
  personNames,
  (text, { other }) => other.send('/me/settings', plain({ first_name: text, last_name: 'Коваль', locale: 'uk' })),
  async (text, _, { other }) => {
    expect(shows((await other.get('/me')).text, typed(text))).toBe(true)
  },
)

const asEmail = (Object.entries(hostileTexts) as [Name, string][]).map(([name, text]): Row => {
  return {
    name: `${name} as an e-mail address`,
    send: ({ stranger }) => stranger().send('/sign-in', plain({ email: text })),
    status: 422,
    says: uk('sign_in.email_wrong'),
    keeps: typed(text),
  }
})

const asSearch = (Object.entries(hostileTexts) as [Name, string][]).map(([name, text]): Row => {
  return {
    name: `${name} as words to look for`,
    async send({ stranger }) {
      const visitor = stranger()
      const asked = await visitor.get(`${city}/reports?${new URLSearchParams({ q: text })}`)
      const { status, headers } = asked
      return status === 302 ? visitor.get(headers.get('location') ?? '') : asked
    },
    status: beyondAddress.includes(name) ? 431 : [200, 302],
  }
})

const asFieldName = (Object.entries(hostileTexts) as [Name, string][]).flatMap(([name, text]): Row[] => [
  {
    name: `${name} as the name of a field of a report`,
    send: ({ stranger }) => keptForm(stranger, { [text]: 'x', [`answer.pavement.${text}`]: 'x' }),
    status: 303,
  },
  {
    name: `${name} as the name of a field of an act`,
    send: (attack) => actBy(attack.stranger(), attack, 'reopen', actForm({ [text]: 'x', note: 'Знову протікає' })),
    status: 303,
  },
])

/** A form of somebody who is not signed in; what is typed must wait for them. */
async function keptForm(stranger: Attack['stranger'], changes: Record<string, string>): Promise<Answer> {
  const visitor = stranger()
  const answer = await visitor.post(newReport, reportForm(changes))
  if (answer.status !== 303) return answer
  const page = await visitor.get(newReport)
  for (const text of Object.values(changes)) expect(shows(page.text, typed(text))).toBe(true)
  return answer
}

function plain(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}

export const texts: readonly Group[] = [
  {
    about: 'texts, wherever a person writes',
    rows: [...asDescription, ...asAddress, ...asAnswer, ...asNote, ...asName],
  },
  { about: 'texts where they are no text', rows: [...asEmail, ...asSearch, ...asFieldName] },
]
