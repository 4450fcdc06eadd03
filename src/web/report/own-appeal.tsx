import { type Appeal, appealParts } from '#src/domain/appeal.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'

/** What the author gave to make the report a formal appeal; nothing when it is none, or when that was erased since. */
export function OwnAppeal({ t, to, appeal }: { readonly t: Say; readonly to: Paths; readonly appeal: Appeal | null }) {
  if (!appeal) return null
  return (
    <details>
      <summary>{t('appeal.yours')}</summary>
      <p>
        {t('appeal.yours_text')} <a href={to.myData()}>{t('appeal.my_data')}</a>
      </p>
      <dl class="facts">
        {appealParts.map((part) => (
          <>
            <dt>{t(`appeal.${part}`)}</dt>
            <dd>{appeal[part]}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
