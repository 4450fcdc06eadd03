import { expect } from 'vitest'

import type { Uploaded } from '#src/web/uploads/uploaded.ts'
import { anUpload } from '#test/an-upload.ts'
import { city } from './forms.ts'
import type { Attack, Row } from './row.ts'
import type { Answer, Visitor } from './visitor.ts'
import { uk } from './words.ts'

/** What must never come back of a file: the bytes of hostile ones hold it, where nobody who looks would see it. */
export const payload = '<script>alert("hostile")</script>'

export const refusals = {
  empty: uk('files.problem.file_empty'),
  strange: uk('files.problem.not_a_photo_or_video'),
  damaged: uk('files.problem.file_damaged'),
  pixels: uk('files.problem.too_many_pixels'),
  long: uk('files.problem.video_too_long'),
  large: uk('files.problem.file_too_large', { megabytes: 50 }),
} as const

/** Sends one file as the script of a form does, under a key. */
export function sendFile(
  visitor: Visitor,
  bytes: Uint8Array,
  key: string = crypto.randomUUID(),
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { headers: own, ...upload } = anUpload(bytes, { key })
  return visitor.send(`${city}/uploads`, { ...upload, headers: { ...own, ...headers } })
}

type Bytes = () => Buffer | Promise<Buffer>

/** A file that is refused, with the sentence that says why. */
export function refused(name: string, bytes: Bytes, why: keyof typeof refusals): Row {
  return {
    name,
    send: async ({ stranger }) => sendFile(stranger(), await bytes()),
    status: why === 'large' ? 413 : 422,
    says: refusals[why],
  }
}

/** A file that is taken: what is kept of it is a picture anew, and nothing else of what it held. */
export function taken(name: string, bytes: Bytes): Row {
  return {
    name,
    send: async ({ stranger }) => sendFile(stranger(), await bytes()),
    status: 201,
    after: async ({ text }, attack) => isMadeAnew(JSON.parse(text), attack),
  }
}

/** Either: what matters is that it is one or the other, and soon. */
export function takenOrNot(name: string, bytes: Bytes): Row {
  return {
    name,
    send: async ({ stranger }) => sendFile(stranger(), await bytes()),
    status: [201, 422],
    after: async ({ status, text }, attack) => {
      if (status === 201) await isMadeAnew(JSON.parse(text), attack)
    },
  }
}

async function isMadeAnew({ kind, thumbnail }: Uploaded, { house }: Attack): Promise<void> {
  const parts = kind === 'photo' ? ['320.webp', '960.webp', '2048.webp'] : ['poster.webp', 'video.mp4', 'video.webm']
  for (const part of parts) {
    const answer = await fetch(house.origin + thumbnail.replace(/[\w-]+\.webp/, part))
    if (answer.status === 404 && part.startsWith('video')) continue
    expect(answer.headers.get('content-type')).toMatch(/^(?:image\/webp|video\/mp4|video\/webm)$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (part.endsWith('.webp')) expect(bytes.subarray(0, 4).toString('latin1')).toBe('RIFF')
    expect(bytes.includes(payload)).toBe(false)
  }
}
