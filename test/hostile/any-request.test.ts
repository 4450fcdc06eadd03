import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'

import { origin } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'
import { type AnyRequest, anyRequest, requestOf } from './any-request.ts'
import { houseUnderFire } from './house-under-fire.ts'

/** More are asked for by hand: `FUZZ_RUNS=20000 npm test -- test/hostile/any-request.test.ts` takes some minutes. */
const runs = Number(process.env.FUZZ_RUNS ?? 500)

/** A path, or an address of our own origin, as a header can carry it. */
const ours = new RegExp(`^(?:${origin}/|/(?![/\\\\]))[\\x21-\\x7e]*$`)

describeOnOne('any request', (open) => {
  let house: Awaited<ReturnType<typeof houseUnderFire>>
  beforeAll(async () => {
    house = await houseUnderFire(means(await open()))
  })

  it('is answered, with no fault and with no way to another site', { timeout: 60_000 + runs * 50 }, async () => {
    const { app, faults, known } = house
    const answered = async (request: AnyRequest) => {
      faults.length = 0
      const answer = await app.request(requestOf(request, origin))
      // News have no end.
      if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
      else await answer.arrayBuffer()
      if (faults.length > 0) throw faults[0]
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('location') ?? '/').toMatch(ours)
    }
    await fc.assert(fc.asyncProperty(anyRequest(known), answered), { numRuns: runs })
  })
})
