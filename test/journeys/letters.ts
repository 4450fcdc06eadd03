import { vi } from 'vitest'
import type { MailboxLetter, RunningHouse } from '../running-house.ts'

/** Waits for a letter to this address with these words in its subject, and gives it. */
export function letterTo(house: RunningHouse, address: string, subject: string): Promise<MailboxLetter> {
  const find = async () => {
    const letter = (await lettersTo(house, address)).find((one) => one.subject.includes(subject))
    if (!letter) throw new Error(`No letter to ${address} about ${subject}`)
    return letter
  }
  return vi.waitFor(find, { timeout: 30_000, interval: 100 })
}

/** Newest first. */
export async function lettersTo(house: RunningHouse, address: string): Promise<readonly MailboxLetter[]> {
  return (await house.letters()).filter(({ to }) => to === address)
}

/** The code in the newest letter to this address. */
export async function newestCode(house: RunningHouse, address: string): Promise<string> {
  for (const { subject } of await lettersTo(house, address)) {
    const code = /\b\d{6}\b/.exec(subject)?.[0]
    if (code) return code
  }
  throw new Error(`No code came to ${address}`)
}

/** The only link of a letter that leads to such an address. */
export function linkIn({ text }: MailboxLetter, path: string): string {
  const found = text.match(/https?:\/\/\S+/g)?.find((link) => new URL(link).pathname.includes(path))
  if (!found) throw new Error(`No link to ${path} in: ${text}`)
  return found
}
