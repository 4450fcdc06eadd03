import { expect, it } from 'vitest'
import type { Topic } from '#src/domain/following.ts'
import { fieldValue, topicIn } from './topic-in-form.ts'

const topics: readonly Topic[] = [
  { kind: 'report', number: 12 },
  { kind: 'area', area: 'old-town' as never },
  { kind: 'category', category: 'water-leak' as never },
  { kind: 'group', group: 'water' as never },
  { kind: 'organization', organization: 'road-works' as never },
  { kind: 'circle', center: { lng: 28.6587, lat: 50.2547 }, metres: 1000 },
]

it.each(topics)('$kind comes back from a form as it was', (topic) => {
  expect(topicIn({ what: [fieldValue(topic)], metres: ['1000'] })).toEqual(topic)
})

it.each(['', 'report', 'report:', 'report:0', 'report:1e3', 'circle:here', 'circle:50,1900', 'everything:1'])(
  '«%s» is nothing to follow',
  (what) => {
    expect(topicIn({ what: [what] })).toBeNull()
  },
)

it('reaches as far as is offered, whatever was sent', () => {
  const circle = { what: ['circle:50.25,28.65'], metres: ['999999'] }
  expect(topicIn(circle)).toMatchObject({ metres: 500 })
})
