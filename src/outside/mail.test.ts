import { createServer, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'

import { type Letter, type Patience, smtpMail } from './mail.ts'
import { mailbox } from './mailbox.ts'

const aLetter = (changes: Partial<Letter> = {}): Letter => ({
  to: 'olena@example.com',
  subject: '№ 1042: прийнято до розгляду',
  text: 'Звернення прийнято.\n',
  html: '<p>Звернення прийнято.</p>',
  messageId: '<0190@city.example>',
  ...changes,
})

const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

describe('mail by SMTP', () => {
  it('hands a letter over with its own identity, sender and receiver', async () => {
    const { mail, received } = await aServer()
    expect(await mail.send(aLetter())).toBe('accepted')
    const [letter = ''] = received
    expect(letter).toMatch(/^Message-ID: <0190@city\.example>\r$/im)
    expect(letter).toMatch(/^To: olena@example\.com\r$/m)
    expect(letter).toMatch(/^From: =\?UTF-8\?B\?\S+\s+<no-reply@city\.example>\r$/m)
    expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(letter).toContain(Buffer.from('Звернення прийнято.\n').toString('base64').slice(0, 40))
    expect(letter).toContain('text/html')
  })

  it('sends what is attached, under its name and type', async () => {
    const { mail, received } = await aServer()
    const bytes = new TextEncoder().encode('%PDF-1.7 words')
    await mail.send(aLetter({ attachments: [{ name: 'povidomlennia-7.pdf', type: 'application/pdf', bytes }] }))
    const [letter = ''] = received
    expect(letter).toMatch(/^Content-Type: application\/pdf; name=povidomlennia-7\.pdf\r$/m)
    expect(letter).toMatch(/^Content-Disposition: attachment; filename=povidomlennia-7\.pdf\r$/m)
    expect(letter).toContain(Buffer.from(bytes).toString('base64'))
  })

  it('says refused when the address will never work', async () => {
    const { mail } = await aServer({ onRcptTo: (_to, _session, done) => done(answer(550, '5.1.1 No such user')) })
    expect(await mail.send(aLetter())).toBe('refused')
  })

  it.each([
    [450, '4.2.1 Mailbox busy'],
    [530, '5.7.0 Authentication required'],
    [550, '5.7.1 Relaying denied'],
  ])('throws on %i %s to the receiver, without the address', async (status, words) => {
    const { mail } = await aServer({ onRcptTo: (to, _session, done) => done(answer(status, `${words} ${to.address}`)) })
    const fault = await mail.send(aLetter()).catch(String)
    expect(fault).toContain(String(status))
    expect(fault).not.toContain('olena')
  })

  it('throws when the server refuses the sender or the letter itself, which says nothing of the address', async () => {
    const sender = await aServer({ onMailFrom: (_from, _session, done) => done(answer(550, 'Who are you?')) })
    await expect(sender.mail.send(aLetter())).rejects.toThrow('550 MAIL FROM')
    const letter = await aServer({
      onData: (stream, _session, done) => void text(stream).then(() => done(answer(554, 'Looks like spam'))),
    })
    await expect(letter.mail.send(aLetter())).rejects.toThrow('554 DATA')
  })

  it('goes on after a passing failure', async () => {
    let busy = true
    const { mail, received } = await aServer({
      onRcptTo: (_to, _session, done) => (busy ? done(answer(451, 'Later')) : done()),
    })
    await expect(mail.send(aLetter())).rejects.toThrow('451')
    busy = false
    expect(await mail.send(aLetter())).toBe('accepted')
    expect(received).toHaveLength(1)
  })

  it('throws when nobody listens', async () => {
    const port = await freePort()
    await expect(aMail(port).send(aLetter())).rejects.toThrow('ESOCKET')
  })

  it('does not wait for a server that never speaks, nor for one that never ends', async () => {
    const silent = await listening(createServer())
    await expect(aMail(silent, impatient).send(aLetter())).rejects.toThrow('ETIMEDOUT')

    const endless = await listening(
      createServer((socket) => {
        const drip = setInterval(() => socket.write('220-wait\r\n'), 10)
        socket.on('close', () => clearInterval(drip)).on('error', () => clearInterval(drip))
      }),
    )
    await expect(aMail(endless, impatient).send(aLetter())).rejects.toThrow('did not take a letter')
  })

  it('lets no line end or comma in a field make a header or a receiver', async () => {
    const { mail, received, receivers } = await aServer()
    await mail.send(aLetter({ subject: 'Тема\r\nBcc: eve@example.com', headers: { References: '<a>\r\nX-Evil: 1' } }))
    await mail.send(aLetter({ to: 'a@example.com, eve@example.com' })).catch(() => null)
    await mail.send(aLetter({ to: 'a@example.com\r\nRCPT TO:<eve@example.com>' })).catch(() => null)
    expect(received[0]).not.toMatch(/^(Bcc|X-Evil):/im)
    expect(receivers).not.toContain('eve@example.com')
  })
})

describe('the mailbox', () => {
  it('keeps the newest 500 letters, newest first', async () => {
    const box = mailbox(() => Temporal.Instant.from('2026-01-01T12:00Z'))
    for (let number = 1; number <= 501; number++) await box.send(aLetter({ subject: `№ ${number}` }))
    expect(box.letters()).toHaveLength(500)
    expect(box.letters().at(0)?.subject).toBe('№ 501')
    expect(box.letters().at(-1)?.subject).toBe('№ 2')
  })
})

/** Milliseconds: for servers that never answer. The others are given the time that a busy machine takes. */
const impatient: Patience = { answer: 150, letter: 300 }

function aMail(port: number, patience?: Patience) {
  const mail = smtpMail(`smtp://127.0.0.1:${port}`, 'Відкрите місто <no-reply@city.example>', patience)
  opened.push(() => mail.close())
  return mail
}

async function aServer(options: SMTPServerOptions = {}) {
  const received: string[] = []
  const receivers: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      receivers.push(...session.envelope.rcptTo.map(({ address }) => address))
      void text(stream).then((letter) => {
        received.push(letter)
        done()
      })
    },
    ...options,
  })
  opened.push(() => server.close())
  const port = await listening(server.server)
  return { mail: aMail(port), received, receivers }
}

function answer(status: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: status })
}

async function listening(server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<number> {
  const ready = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', () => ready.resolve())
  await ready.promise
  opened.push(() => server.close())
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((done) => server.close(done))
  return port
}
