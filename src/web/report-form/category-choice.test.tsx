import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'

import { say } from '#src/text/catalogue.ts'
import { aGuide, pothole, streetLight } from '#test/a-guide.ts'
import { CategoryChoice } from './category-choice.tsx'

it('a category that closed after its questions were answered shows the answers, and no other does', () => {
  const open = aGuide()
  const light = open.categories.get(streetLight)
  if (!light) throw new Error('no such category')
  const guide = { ...open, categories: new Map([...open.categories, [streetLight, { ...light, open: false }]]) }
  const answered = {
    [`answer.${streetLight}.how-many`]: ['one'],
    [`answer.${streetLight}.pole`]: ['17 <а>'],
  }
  const shown = (category: string) =>
    render(<CategoryChoice t={say('uk')} guide={guide} problems={[]} fields={{ category: [category], ...answered }} />)
  expect(shown(streetLight)).toContain(say('uk')('form.closed_answers'))
  expect(shown(streetLight)).toContain('<b class="said">Один</b>')
  expect(shown(streetLight)).toContain('17 &lt;а')
  expect(shown(pothole)).not.toContain(say('uk')('form.closed_answers'))
})
