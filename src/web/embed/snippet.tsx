import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Asked, addressWith } from '../reports/filter-from-query.ts'
import type { Paths } from '../routes.ts'

type SnippetsProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City
  readonly origin: string
  readonly asked: Asked
  /** What is shown, in words. */
  readonly title: string
}

/** What to copy into another page, so that it shows the map or the list. */
export function Snippets({ t, to, city, origin, asked, title }: SnippetsProps) {
  const snippets = [
    ['map', t('embed.map'), addressWith(to.embedMap(city.id), asked)],
    ['list', t('embed.list'), addressWith(to.embedList(city.id), asked)],
  ] as const
  return (
    <section class="stack" id="embed">
      <h2>{t('embed.title')}</h2>
      <p>{t('embed.text')}</p>
      <p class="soft">{t('embed.shown', { what: title })}</p>
      {snippets.map(([key, name, address]) => (
        <div class="stack tight" key={key}>
          <h3>
            <a href={address}>{name}</a>
          </h3>
          <code class="open-data-snippet">
            {`<iframe src="${origin}${address.replaceAll('&', '&amp;')}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="480" loading="lazy" frameborder="0"></iframe>`}
          </code>
        </div>
      ))}
    </section>
  )
}
