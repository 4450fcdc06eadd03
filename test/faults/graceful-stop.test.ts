import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { diceOf } from '#src/demo/dice.ts'
import { anUpload } from '../an-upload.ts'
import { serverUrl } from '../server.ts'
import { aHouseWithMail, type HouseAndMail } from './a-house.ts'
import { aPhoto } from './a-photo.ts'
import { auditReports } from './audit.ts'
import { auditFiles } from './audit-files.ts'
import { auditLetters } from './audit-letters.ts'
import { isLong, isTriedOn, seed, times } from './chance.ts'
import { openCrowd } from './crowd.ts'
import { drained, startWorker } from './drained.ts'

/** How often it is asked to. */
const stops = Math.ceil(times / 3)

for (const database of ['PGlite', 'PostgreSQL'] as const) {
  describe.skipIf(database === 'PostgreSQL' && !serverUrl)(`a process that is asked to stop (${database})`, () => {
    let opened: HouseAndMail
    afterEach(() => opened[Symbol.asyncDispose]())

    // `npm test` asks the one below, and kills what is in the middle of everything without asking (`kill.test.ts`).
    it.runIf(isLong)(
      'ends by itself in the middle of everything, and no letter goes twice',
      {
        timeout: 200_000 + stops * 40_000,
      },
      async () => {
        opened = await aHouseWithMail(database, database === 'PGlite' ? 'inside' : 'separate')
        const { house, post, source } = opened
        const worker = database === 'PostgreSQL' ? await startWorker(house) : null
        post.hesitate(() => 100)
        const crowd = await openCrowd({ origin: house.origin, source, post, seed })
        const saved = () => crowd.ledger.reports.size + crowd.ledger.acts.size
        for (let time = 1; time <= stops; time++) {
          await vi.waitFor(() => expect(saved()).toBeGreaterThan(8 * time), { timeout: 100_000 })
          const [code] = await Promise.all([house.stop(), worker?.stop()])
          expect(code).toBe(0)
          expect(await readdir(house.env.TMPDIR ?? '')).toEqual([])
          await Promise.all([house.start(), worker?.start()])
        }
        await crowd.leave()

        await using store = await drained(house, worker, { post, source, patiently: false })
        const letters = await auditLetters(store, source.guide, post, [])
        console.log(
          `${database}, SEED=${seed}: stopped ${stops} times; saved ${saved()} reports and acts, ${letters.sent} letters`,
        )
        expect(letters.wrong).toEqual([])
        expect(letters.doubles).toBe(0)
        expect(await auditReports(store, source.guide, crowd.ledger)).toEqual([])
        const files = await auditFiles(store, join(house.env.DATA_DIR ?? '', 'files'))
        expect([files.wrong, files.orphans, files.halves]).toEqual([[], 0, 0])
      },
    )

    it.runIf(isTriedOn(database, 'PGlite'))(
      'answers who is still sending, and lets nobody else in',
      { timeout: 120_000 },
      async () => {
        opened = await aHouseWithMail(database, 'inside')
        const { house } = opened
        const photo = Buffer.from(await (await aPhoto(diceOf(seed))).arrayBuffer())
        const { body, headers } = anUpload(photo)
        const answered = Promise.withResolvers<{ status: number; said: string }>()
        const inHand = request(`${house.origin}/zhytomyr/uploads`, {
          method: 'POST',
          headers: {
            origin: house.origin,
            accept: 'application/json',
            ...headers,
            'content-length': body.length,
          },
        })
        inHand.on('error', answered.reject)
        inHand.on('response', async (answer) =>
          answered.resolve({ status: answer.statusCode ?? 0, said: await text(answer) }),
        )
        await new Promise<unknown>((done) => inHand.write(body.subarray(0, 200), done))
        await fetch(`${house.origin}/healthz`)

        const stopped = house.stop()
        await vi.waitFor(() => expect(fetch(`${house.origin}/healthz`)).rejects.toThrow(), { timeout: 5000 })
        inHand.end(body.subarray(200))
        expect((await answered.promise).status).toBe(201)
        expect(await stopped).toBe(0)
      },
    )
  })
}

describe.skipIf(!serverUrl || !isLong)('a letter in hand that takes too long', () => {
  it('goes back to the queue when its process stops, and comes with the next one', { timeout: 200_000 }, async () => {
    await using opened = await aHouseWithMail('PostgreSQL', 'inside')
    const { house, post, source } = opened
    const crowd = await openCrowd({ origin: house.origin, source, post, seed })
    // From now on the mail server takes letters and never says so.
    post.hesitate(() => 600_000)
    const before = post.taken.length
    await vi.waitFor(() => expect(post.taken.length).toBeGreaterThan(before), { timeout: 60_000 })
    const stopping = Date.now()
    const left = crowd.leave()
    expect(await house.stop()).toBe(0)
    expect(Date.now() - stopping).toBeLessThan(30_000)

    post.hesitate(() => 0)
    await house.start()
    await left
    await using store = await drained(house, null, { post, source, patiently: false })
    const letters = await auditLetters(store, source.guide, post, [{ from: stopping, to: stopping }])
    // Taken once before the stop without a word, and once after: the mark of the first was never made.
    expect(letters.wrong.filter((one) => !one.includes('came again'))).toEqual([])
    expect(letters.doubles).toBeGreaterThan(0)
  })
})
