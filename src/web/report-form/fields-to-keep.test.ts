import { expect, it } from 'vitest'
import type { MediaId } from '#src/domain/id.ts'
import { fieldsToKeep } from './fields-to-keep.ts'

it('keeps the form’s own fields and the files that wait, and nothing that was made up', () => {
  const file = crypto.randomUUID() as MediaId
  const kept = fieldsToKeep(
    {
      key: ['k'],
      media: [crypto.randomUUID()],
      description: ['перший', 'Тече вода'],
      address: [''],
      'answer.lamp.pole': ['17'],
      'answer.lamp.\u0000': ['x'],
      __proto__: ['x'],
      remove: [file],
      appeal: ['yes'],
      appeal_surname: ['Заявниченко'],
      'appeal_/': ['x'],
      name_shown: ['я'.repeat(30_000)],
    },
    [file],
  )
  expect(Object.keys(kept).sort()).toEqual([
    'answer.lamp.pole',
    'appeal',
    'appeal_surname',
    'description',
    'media',
    'name_shown',
  ])
  expect(kept.description).toEqual(['Тече вода'])
  expect(kept.media).toEqual([file])
  expect(kept.name_shown?.[0]).toHaveLength(20_000)
})
