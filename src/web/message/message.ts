import type { MakeMessage } from '#src/message/make-message.ts'
import { say } from '#src/text/catalogue.ts'
import type { Handler } from '../context.ts'
import { keptPages } from '../kept-pages.ts'
import type { PublicLooks } from '../public-look.ts'
import { pdfAnswer, tagOf } from './pdf-answer.ts'

/** Of some 150 KB each. */
const mostKept = 50

/** The electronic message of a public report, for everyone: kept by version (decision 0003). */
export function messageOf({ versions }: PublicLooks, make: MakeMessage): Handler<'message'> {
  const kept = keptPages<{ readonly bytes: Uint8Array; readonly tag: string } | null>(mostKept)

  return async (context) => {
    const { request, guide, holes, locale, problem } = context
    const version = await versions.ofReport(guide.city.id, holes.number)
    if (version === undefined) return problem({ kind: 'not_found' })

    const streets = (await context.basemap())?.edition ?? ''
    const found = await kept(`${locale} ${streets} ${guide.city.id} ${holes.number}`, version, async () => {
      const bytes = await make({ guide, number: holes.number, locale })
      return bytes && { bytes, tag: tagOf(bytes) }
    })
    if (!found) return problem({ kind: 'not_found' })
    const name = say(locale)('message.file', { number: holes.number })
    return pdfAnswer(request, found.bytes, { name, tag: found.tag, cache: 'no-cache' })
  }
}
