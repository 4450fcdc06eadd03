import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { formLimits, readFields, readForm } from './read-form.ts'

const address = 'http://open.example/form'
const plain = (body: BodyInit) =>
  new Request(address, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
const parts = (body: BodyInit, type = 'multipart/form-data; boundary=x') =>
  new Request(address, { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit)
const form = (fields: readonly (readonly [string, string | Blob])[]) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return new Request(address, { method: 'POST', body })
}
const foldersLeft = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('open-city-form-')).length

// Of its own: another worker may be reading forms just now.
let temporary: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'forms-of-a-test-'))
  vi.stubEnv('TMPDIR', temporary)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true })
})

describe('a form', () => {
  it('gives every value of a field in order, as it is fit to keep, whichever way it came', async () => {
    for (const request of [
      plain('a=1&a=%00%D1%97&__proto__=2'),
      form([
        ['a', '1'],
        ['a', '\0ї'],
        ['__proto__', '2'],
      ]),
    ]) {
      const read = await readForm(request)
      if (!read.ok) throw new Error(read.problem.kind)
      await using sent = read.value
      expect(Object.entries(sent.fields)).toEqual([
        ['a', ['1', 'ї']],
        ['__proto__', ['2']],
      ])
    }
  })

  it.each([
    ['another type', parts('{}', 'application/json')],
    ['no type', parts('a=1', '')],
    ['no boundary', parts('--x\r\n\r\n', 'multipart/form-data')],
    ['an end that is missing', parts('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb')],
    ['nothing inside', parts('')],
  ])('is none with %s', async (_, request) => {
    const before = await foldersLeft()
    expect(await readForm(request)).toEqual({ ok: false, problem: { kind: 'not_a_form' } })
    expect(await foldersLeft()).toBe(before)
  })

  it('is none when the connection breaks, and leaves nothing behind', async () => {
    const before = await foldersLeft()
    const breaking = () =>
      new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'))
          controller.error(new Error('aborted'))
        },
      })
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await readForm(parts(breaking(), type))).toEqual({ ok: false, problem: { kind: 'not_a_form' } })
    expect(await foldersLeft()).toBe(before)
  })

  it('is none when the connection breaks within a file, and leaves nothing of it behind', async () => {
    const before = await foldersLeft()
    let pieces = 0
    const breaking = new ReadableStream({
      pull(controller) {
        pieces += 1
        const head = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'
        if (pieces === 4) controller.error(new Error('aborted'))
        else controller.enqueue(new TextEncoder().encode(pieces === 1 ? head : 'a'.repeat(100_000)))
      },
    })
    expect(await readForm(parts(breaking))).toEqual({ ok: false, problem: { kind: 'not_a_form' } })
    expect(await foldersLeft()).toBe(before)
  })

  it('is refused when its words are too many, in one field or in all together', async () => {
    const many = Array.from({ length: 30 }, (_, index) => [`f${index}`, 'я'.repeat(10_000)] as const)
    const large = { ok: false, problem: { kind: 'too_large' } }
    expect(await readForm(plain('a'.repeat(formLimits.words + 1)))).toEqual(large)
    expect(await readForm(form(many))).toEqual(large)
    expect(await readFields(form(many))).toEqual(large)
    expect(await readForm(form([['a', 'я'.repeat(formLimits.words)]]))).toEqual(large)
    const read = await readForm(form([['a', 'я'.repeat(formLimits.words / 2)]]))
    if (!read.ok) throw new Error(read.problem.kind)
    await read.value[Symbol.asyncDispose]()
  })

  it('of thousands of fields is read as far as any form of ours goes', async () => {
    const read = await readForm(form(Array.from({ length: 3000 }, (_, index) => [`f${index}`, '1'] as const)))
    if (!read.ok) throw new Error(read.problem.kind)
    await using sent = read.value
    expect(Object.keys(sent.fields).length).toBe(formLimits.fields)
  })
})

describe('a file of a form', () => {
  it('is one also when it is empty, unless none was chosen', async () => {
    const file = (name: string) => new File([], name)
    const read = await readForm(
      form([
        ['files', file('photo.jpg')],
        ['files', file('')],
      ]),
    )
    if (!read.ok) throw new Error(read.problem.kind)
    await using sent = read.value
    expect(sent.files.map(({ field, size }) => [field, size])).toEqual([['files', 0]])
  })

  it('comes in the order of the form, also a large one before small ones', async () => {
    const names = ['велике.jpg', 'мале.jpg', 'ще одне.jpg']
    const read = await readForm(
      form(names.map((name, index) => ['files', new File(['x'.repeat(index === 0 ? 3_000_000 : 10)], name)])),
    )
    if (!read.ok) throw new Error(read.problem.kind)
    await using sent = read.value
    expect(sent.files.map(({ name }) => name)).toEqual(names)
  })
})

describe('the fields of a form without files', () => {
  it('are read, and a file is passed over and never kept', async () => {
    const before = await foldersLeft()
    const read = await readFields(
      form([
        ['email', 'a@b.example'],
        ['files', new Blob(['x'.repeat(1000)])],
      ]),
    )
    expect(read).toEqual({ ok: true, value: { email: ['a@b.example'] } })
    expect(await foldersLeft()).toBe(before)
  })

  it('are not looked for in a body of a file’s size', async () => {
    const large = form([['files', new Blob(['x'.repeat(formLimits.words + 1)])]])
    expect(await readFields(large)).toEqual({ ok: false, problem: { kind: 'too_large' } })
  })
})
