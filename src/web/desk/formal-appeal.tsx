import type { Say } from '#src/text/catalogue.ts'
import { Notice } from '../ui/notice.tsx'
import type { Opened } from './opened.ts'

type Props = { readonly t: Say; readonly appeal: Opened['appeal']; readonly message: string }

/** That a report is a formal appeal; and for the addressee, the way to who appeals, which is opened on purpose. */
export function FormalAppeal({ t, appeal, message }: Props) {
  if (appeal === 'none') return null
  const isReader = appeal === 'for_reader'
  return (
    <Notice>
      <p>
        <b>{t('appeal.staff')}</b>
      </p>
      <p>{t(isReader ? 'appeal.staff_text' : 'appeal.moderator_text')}</p>
      {isReader && (
        <p>
          <a class="button quiet small" href={message}>
            {t('appeal.open')}
          </a>
        </p>
      )}
    </Notice>
  )
}
