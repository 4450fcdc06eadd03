import type { Logger } from 'pino'

import type { Config } from '#src/config.ts'
import { codeLetter } from '#src/jobs/letters/code-letter.ts'
import type { CodeToSend } from '#src/outside/identity.ts'
import { type Mail, smtpMail } from '#src/outside/mail.ts'
import { type Kept, mailbox } from '#src/outside/mailbox.ts'

export type OpenMail = {
  readonly mail: Mail
  /** What the mailbox page shows; null when letters go to a server, or when others could read them there. */
  readonly letters: (() => readonly Kept[]) | null
  close(): void
}

/** Mail by the operator's server, or into a mailbox in memory. */
export function openMail({ smtpUrl, mailFrom, mailReturn, loopback }: Config, now: () => Temporal.Instant): OpenMail {
  if (smtpUrl) {
    const mail = smtpMail(smtpUrl, mailFrom, undefined, mailReturn)
    return { mail, letters: null, close: () => mail.close() }
  }
  const box = mailbox(now)
  return { mail: box, letters: loopback ? box.letters : null, close: () => undefined }
}

/** Sends a sign-in code while the person waits: a code that comes later is of no use. Throws when it is not on its way. */
export function sendCodes({ mail }: OpenMail, origin: string, log: Logger): (code: CodeToSend) => Promise<void> {
  const { hostname } = new URL(origin)
  return async ({ email: to, ...code }) => {
    try {
      const sent = await mail.send({ ...codeLetter(code), to, messageId: `<${crypto.randomUUID()}@${hostname}>` })
      if (sent === 'refused') throw new Error('The mail server refused the address of a sign-in code')
    } catch (err) {
      log.error({ err }, 'a sign-in code could not be sent')
      throw err
    }
  }
}
