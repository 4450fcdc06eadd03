import { beforeAll, expect, it } from 'vitest'

import { aModerator, waterUtility } from '#src/domain/examples.ts'
import type { LinkId } from '#src/domain/id.ts'
import { accessTo, waitingFor } from '#src/store/media.ts'
import { hashOf, keep } from '#src/store/private-links.ts'
import { findByNumber } from '#src/store/reports.ts'
import { lightOfficerEmail, moderatorEmail, officerEmail } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'

describeOnOne('a file', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })

  /** A stored photo that waits under a key; its address. */
  const aPhoto = async (draft = aKey()) => {
    const id = await aWaitingPhoto(here, draft)
    const tx = here.store.of('zhytomyr' as Parameters<typeof here.store.of>[0])
    const key = (await waitingFor(tx, draft)).find((file) => file.id === id)?.key ?? ''
    await here.files.put(`media/${key}/320.webp`, new TextEncoder().encode('0123456789'), 'image/webp')
    return { id, key, draft, tx, path: `/media/${key}/320.webp` }
  }
  const statusFor = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request(path, { headers })).status

  it('of a public report is for everyone, and for a while', async () => {
    const { id, draft, path } = await aPhoto()
    await anAccepted(here, { key: draft, media: [id] })
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('0123456789')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'public, max-age=300',
      'content-type': 'image/webp',
      'content-length': '10',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' }
    expect(await statusFor(path, headers)).toBe(304)
  })

  it('says how large it is to who asks for no more', async () => {
    const { id, draft, path } = await aPhoto()
    await anAccepted(here, { key: draft, media: [id] })
    const answer = await app.request(path, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '10', ''])
  })

  it('comes in parts to a player that asks so', async () => {
    const { id, draft, path } = await aPhoto()
    await anAccepted(here, { key: draft, media: [id] })
    const part = await app.request(path, { headers: { range: 'bytes=2-4' } })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
    const rest = await app.request(path, { headers: { range: 'bytes=7-' } })
    expect([rest.status, await rest.text()]).toEqual([206, '789'])
    const beyond = await app.request(path, { headers: { range: 'bytes=10-' } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expect(await statusFor(path, { range: 'bytes=0-1', 'if-range': '"another"' })).toBe(200)
  })

  it('waits for its report unseen by all but who has the form', async () => {
    const { path, draft } = await aPhoto()
    expect(await statusFor(path)).toBe(404)
    expect(await statusFor(`${path}?draft=${aKey()}`)).toBe(404)
    const answer = await app.request(`${path}?draft=${draft}`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  })

  it('of a report that is not public is for its author and moderators, of a hidden one also for the organization', async () => {
    const { id, key, draft, tx, path } = await aPhoto()
    const { number, author } = await aSubmitted(here, { key: draft, media: [id] })
    const moderator = await aPerson(here.store, { email: moderatorEmail })
    const officer = await aPerson(here.store, { email: officerEmail })
    const other = await aPerson(here.store, { email: lightOfficerEmail })
    const somebody = await aPerson(here.store)
    const seen = async () => [
      await statusFor(path),
      await statusFor(path, as(author)),
      await statusFor(path, as(moderator)),
      await statusFor(path, as(officer)),
      await statusFor(path, as(other)),
      await statusFor(path, as(somebody)),
    ]
    expect(await seen()).toEqual([404, 200, 200, 404, 404, 404])
    expect(await statusFor(`${path}?draft=${draft}`)).toBe(404)

    await done(here, number, { kind: 'approve', organization: waterUtility }, aModerator())
    expect(await seen()).toEqual([200, 200, 200, 200, 200, 200])
    await done(here, number, { kind: 'hide_media', media: id }, aModerator())
    expect(await seen()).toEqual([404, 200, 200, 200, 404, 404])

    const report = await findByNumber(tx, number)
    const expiresAt = here.now().add({ hours: 1 })
    const link = {
      id: here.mint.id<'link'>() as LinkId,
      secretHash: hashOf('secret'),
      organization: waterUtility,
      at: here.now(),
      expiresAt,
    }
    if (report) await keep(tx, { ...link, report: report.id })
    expect(await statusFor(`${path}?link=secret`)).toBe(200)
    expect(await statusFor(`${path}?link=guessed`)).toBe(404)
    expect((await accessTo(here.store.whole, key))?.report?.id).toBe(report?.id)

    const elsewhere = await aPhoto()
    const second = await anAccepted(here, { key: elsewhere.draft, media: [elsewhere.id] })
    await done(here, second.number, { kind: 'hide_media', media: elsewhere.id }, aModerator())
    expect(await statusFor(`${elsewhere.path}?link=secret`)).toBe(404)
  })

  it('that is not there is not there, under whatever name', async () => {
    const { id, key, draft } = await aPhoto()
    await anAccepted(here, { key: draft, media: [id] })
    for (const part of ['2048.webp', '320.svg', '320.html', 'x.js', '320.constructor'])
      expect(await statusFor(`/media/${key}/${part}`)).toBe(404)
    expect(await statusFor('/media/AAAAAAAAAAAAAAAAAAAAAAAA/320.webp')).toBe(404)
  })
})
