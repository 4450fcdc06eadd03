import { describe, expect, it } from 'vitest'
import { readReturned } from './returned-mail.ts'

const key = '0190f5a2-1111-4222-8333-944455556666'
const back = `bounces+${key.replaceAll('-', '')}@city.example`

describe('what comes back', () => {
  it.each([
    ['there is no such address', 'failed', '5.1.1', 'hard'],
    ['the domain takes no mail', 'failed', '5.1.10', 'hard'],
    ['the mailbox was closed', 'failed', '5.2.1', 'hard'],
    ['the mailbox is full', 'failed', '5.2.2', 'soft'],
    ['a policy forbids it', 'failed', '5.7.1', 'soft'],
    ['the other server was silent for days', 'failed', '4.4.7', 'soft'],
  ])('because %s', async (_, action, status, kind) => {
    expect(await readReturned(aNotification({ action, status }))).toEqual({ key, kind })
  })

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])(
    'says nothing of the address when it was %s',
    async (action) => {
      expect(await readReturned(aNotification({ action, status: '5.1.1' }))).toBeNull()
    },
  )

  it('as a complaint, whatever its kind but praise', async () => {
    expect(await readReturned(aComplaint('abuse'))).toEqual({ key, kind: 'complaint' })
    expect(await readReturned(aComplaint('not-spam'))).toBeNull()
  })

  it('is known by its key wherever the server left it: in the head, or in the letter sent along', async () => {
    const elsewhere = aNotification({ action: 'failed', status: '5.1.1', to: 'bounces@city.example' })
    expect(await readReturned(elsewhere)).toEqual({ key, kind: 'hard' })
  })

  it('is nothing without a key, and nothing when a person or an absence note writes', async () => {
    expect(await readReturned(bytes(`To: bounces@city.example\r\n\r\nStatus: 5.1.1\r\n`))).toBeNull()
    const absent = `To: ${back}\r\nAuto-Submitted: auto-replied\r\nSubject: Відпустка\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`
    expect(await readReturned(bytes(absent))).toBeNull()
    expect(await readReturned(bytes(`\u0000\uffff+${'a'.repeat(32)}@`))).toBeNull()
  })
})

function aNotification({ action, status, to = back }: { action: string; status: string; to?: string }): Uint8Array {
  return bytes(`Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: ${to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mx.example.

--part
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Sender: rfc822; ${to}
Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0200 (EET)

Final-Recipient: rfc822; olena@people.example
Original-Recipient: rfc822;olena@people.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} said the other server

--part
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <${back}>
To: olena@people.example
Subject: =?utf-8?B?0YLQtdGB0YI=?=

--part--
`)
}

function aComplaint(kind: string): Uint8Array {
  return bytes(`From: <abuse@mailbox.example>
To: bounces@city.example
Subject: FW: a letter
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part"

--part
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part
Content-Type: message/feedback-report

Feedback-Type: ${kind}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <${back}>

--part
Content-Type: message/rfc822
Content-Disposition: inline

From: <no-reply@city.example>
To: <olena@people.example>
CFBL-Address: ${back}; report=arf
Subject: a letter

Words
--part--
`)
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text.replaceAll('\n', '\r\n').replaceAll('\r\r\n', '\r\n'))
}
