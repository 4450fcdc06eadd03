/** A file as the script of a form begins to send it, and with it the first of its bytes: all, unless `length` says more. */
export function anUpload(
  bytes: Uint8Array | string,
  {
    key = crypto.randomUUID() as string,
    media = '',
    length,
    headers = {},
  }: {
    readonly key?: string
    readonly media?: string
    readonly length?: number | string
    readonly headers?: Readonly<Record<string, string>>
  } = {},
): { method: 'POST'; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> } {
  const body = new Uint8Array(Buffer.from(bytes))
  const inBase64 = (text: string) => Buffer.from(text).toString('base64')
  return {
    method: 'POST',
    body,
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-length': String(length ?? body.length),
      'upload-metadata': `key ${inBase64(key)},media ${inBase64(media)}`,
      'content-type': 'application/offset+octet-stream',
    },
  }
}

/** The bytes that follow, from `at` on. */
export function aPiece(
  bytes: Uint8Array | string,
  at: number | string,
  headers: Readonly<Record<string, string>> = {},
): { method: 'PATCH'; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> } {
  return {
    method: 'PATCH',
    body: new Uint8Array(Buffer.from(bytes)),
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': String(at),
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
  }
}
