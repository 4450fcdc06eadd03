import { createTransport } from 'nodemailer'

/** One letter to one address, ready to go. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** In angle brackets, as RFC 5322 writes it; the same letter sent again carries the same one. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly Attachment[]
  /** What makes the address that this letter comes back to one of its own. */
  readonly returnKey?: string
}

export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export type Mail = {
  /**
   * Hands a letter to the mail server. `refused` when the server says that the address will never work;
   * throws on anything that may pass, without the address in the fault, because faults are logged and kept.
   */
  send(letter: Letter): Promise<'accepted' | 'refused'>
}

/** Milliseconds: for each answer of the server, and for a letter as a whole. */
export type Patience = { readonly answer: number; readonly letter: number }

const patienceByDefault: Patience = { answer: 10_000, letter: 60_000 }

/** Mail by the SMTP server at `url`, over a few connections kept open until `close`. */
export function smtpMail(
  url: string,
  from: string,
  { answer, letter: whole }: Patience = patienceByDefault,
  /** Where letters that cannot be delivered come back to; null when to their sender. */
  returnTo: string | null = null,
): Mail & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    // Two for notices, two for letters to followers, and one that a person waits for.
    maxConnections: 5,
    // A letter whose connection broke is the queue's to try again: it knows what was sent.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: answer,
    greetingTimeout: answer,
    socketTimeout: answer,
    dnsTimeout: answer,
    // Letters are made of text alone: nothing in one may make this process open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ to, subject, text, html, messageId, headers, returnKey, attachments = [] }) {
      const back = returnTo && returnKey ? returnAddress(returnTo, returnKey) : null
      try {
        await transport.sendMail({
          from,
          ...(back ? { envelope: { from: back, to } } : {}),
          // As an object, so that no comma or bracket in an address makes it two.
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId,
          // So that an absence note does not answer a machine (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated', ...complaintsTo(back), ...headers },
          textEncoding: 'base64',
          attachments: attachments.map(({ name, type, bytes }) => ({
            filename: name,
            contentType: type,
            content: Buffer.from(bytes),
          })),
          signal: AbortSignal.timeout(whole),
        })
        return 'accepted'
      } catch (fault) {
        const said = answerIn(fault)
        if (refusesAddress(said)) return 'refused'
        throw new Error(`The mail server did not take a letter: ${said.code} ${said.status} ${said.command}`.trimEnd())
      }
    },
    close: () => transport.close(),
  }
}

/** `bounces@city.example` and a key make `bounces+key@city.example`. Without hyphens, which some servers cut at. */
function returnAddress(address: string, key: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${key.replaceAll('-', '')}${address.slice(at)}`
}

/** Where a mailbox provider tells of a reader's complaint (RFC 9477). */
function complaintsTo(back: string | null): Readonly<Record<string, string>> {
  return back ? { 'CFBL-Address': `${back}; report=arf` } : {}
}

type Answer = { readonly code: string; readonly status: number; readonly command: string; readonly response: string }

function answerIn(fault: unknown): Answer {
  const { code, responseCode, command, response, name } = fault as {
    readonly code?: string
    readonly responseCode?: number
    readonly command?: string
    readonly response?: string
    readonly name?: string
  }
  return { code: code ?? name ?? '', status: responseCode ?? 0, command: command ?? '', response: response ?? '' }
}

/** Not when the server asks for a login (530) or forbids by policy (5.7): that says nothing of the address, and an operator can mend it. */
function refusesAddress({ status, command, response }: Answer): boolean {
  return command === 'RCPT TO' && status >= 500 && status !== 530 && !/^\d{3}[ -]5\.7\./.test(response)
}
