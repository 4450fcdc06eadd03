import { expect, it } from 'vitest'

import type { MediaId } from '#src/domain/id.ts'
import { mediaMeant } from './fields.ts'

const [one, other] = [crypto.randomUUID() as MediaId, crypto.randomUUID() as MediaId]

it('is what a script lists, so that a photo that was taken back goes nowhere though it waits still', () => {
  expect(mediaMeant({ listed: ['1'], media: [one] }, [one, other])).toEqual([one])
  expect(mediaMeant({ listed: ['1'] }, [one])).toEqual([])
})

it('is all that waits where no script lists it', () => {
  expect(mediaMeant({ media: [one] }, [one, other])).toEqual([one, other])
})
