import { createECDH, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A pair by which push services know that a message is ours (RFC 8292); both base64url. */
export type VapidKey = { readonly publicKey: string; readonly privateKey: string }

/** The pair of a private key in base64, with either alphabet. Throws when it is none. */
export function vapidKey(privateKey: string): VapidKey {
  const curve = createECDH('prime256v1')
  const bytes = Buffer.from(privateKey, 'base64')
  curve.setPrivateKey(bytes)
  return { publicKey: curve.getPublicKey('base64url'), privateKey: bytes.toString('base64url') }
}

/** The key of a development server: made once, kept with its data. */
export function keptVapidKey(folder: string): VapidKey {
  const path = join(folder, 'push-key')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
  return vapidKey(readFileSync(path, 'utf8').trim())
}
