import type { Kept } from '#src/outside/mailbox.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import type { Handler, Handlers } from '../context.ts'
import type { Paths } from '../routes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { When } from '../ui/when.tsx'
import { linked } from './linked.ts'

/**
 * The mailbox of a developer's machine, as a page and as JSON. Null letters, because mail goes to a server, mean no such
 * page; and whoever reaches that machine by a proxy, or by a name of their own, reads nobody's codes.
 */
export function mailboxOf(letters: (() => readonly Kept[]) | null): Pick<Handlers, 'mailbox' | 'mailboxJson'> {
  const mailbox: Handler<'mailbox'> = ({ t, to, now, guides, fromHere, page, problem }) => {
    if (!letters || !fromHere) return problem({ kind: 'not_found' })
    const [guide] = guides.values()
    const clock = { now, timeZone: guide?.city.timeZone ?? 'UTC' }
    const body = <Mailbox t={t} to={to} clock={clock} letters={letters()} />
    return page({ title: t('mailbox.title'), body, indexed: false }, { headers: [['cache-control', 'no-store']] })
  }
  const mailboxJson: Handler<'mailboxJson'> = ({ fromHere, json, problem }) =>
    letters && fromHere
      ? json({ letters: letters() }, { headers: [['cache-control', 'no-store']] })
      : problem({ kind: 'not_found' })
  return { mailbox, mailboxJson }
}

type Props = { readonly t: Say; readonly to: Paths; readonly clock: Clock; readonly letters: readonly Kept[] }

function Mailbox({ t, to, clock, letters }: Props) {
  return (
    <div class="stack">
      <h1>{t('mailbox.title')}</h1>
      <p class="lead">{t('mailbox.lead')}</p>
      {letters.length === 0 ? (
        <EmptyState title={t('mailbox.none')}>
          <p>{t('mailbox.none_hint')}</p>
        </EmptyState>
      ) : (
        <>
          <p class="soft">
            {t('mailbox.count', { count: letters.length })} · <a href={to.mailboxJson()}>{t('mailbox.json')}</a>
          </p>
          <ol class="letters" reversed>
            {letters.map((letter, index) => (
              <li key={`${letter.messageId} ${letters.length - index}`}>
                <Letter t={t} clock={clock} letter={letter} open={index === 0} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

/** Its subject, which for a code is the code, stands even when it is folded. */
function Letter({
  t,
  clock,
  letter,
  open,
}: Pick<Props, 't' | 'clock'> & { readonly letter: Kept; readonly open: boolean }) {
  return (
    <details class="card letter" open={open}>
      <summary>
        <b>{letter.subject}</b>
        <span class="soft">{t('mailbox.to', { to: letter.to })}</span>
        <When t={t} at={letter.at} clock={clock} class="soft" />
      </summary>
      <p class="letter-text">
        {linked(letter.text).map((part) => (part.link ? <a href={part.words}>{part.words}</a> : part.words))}
      </p>
      {letter.attachments?.map(({ name, size }) => (
        <p key={name} class="soft">
          {t('mailbox.attached', { name, kilobytes: Math.ceil(size / 1000) })}
        </p>
      ))}
    </details>
  )
}
