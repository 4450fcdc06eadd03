import { expect, it } from 'vitest'
import { askNewest } from './ask-newest.ts'

/** Answers in the test's own time. */
function asked() {
  const open: { question: string; answer: (words: string) => void; fail: () => void }[] = []
  const heard: string[] = []
  const ask = askNewest<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        open.push({ question, answer: resolve, fail: () => reject(new Error('lost')) })
      }),
    (answer, question) => heard.push(`${question}: ${answer}`),
  )
  return { ask, open, heard }
}

const settled = () => new Promise((done) => setImmediate(done))

it('asks one at a time, and of those that came meanwhile only the newest', async () => {
  const { ask, open, heard } = asked()
  for (const question of ['к', 'ки', 'киї', 'київ']) ask(question)
  expect(open.map(({ question }) => question)).toEqual(['к'])
  open[0]?.answer('old')
  await settled()
  expect(open.map(({ question }) => question)).toEqual(['к', 'київ'])
  open[1]?.answer('new')
  await settled()
  expect(heard).toEqual(['київ: new'])
})

it('goes on after a question that failed', async () => {
  const { ask, open, heard } = asked()
  ask('а')
  open[0]?.fail()
  await settled()
  ask('б')
  open[1]?.answer('found')
  await settled()
  expect(heard).toEqual(['а: null', 'б: found'])
})
