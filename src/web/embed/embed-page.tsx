import type { ComponentChildren } from 'preact'

import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Assets } from '../assets.ts'
import type { Paths } from '../routes.ts'

type EmbedProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City
  readonly assets: Assets
  readonly title: string
  /** The whole page that says more. */
  readonly more: string
  readonly islands?: readonly string[]
  readonly children: ComponentChildren
}

/** A document to stand within another site's page: of any size, in that page's light; whatever is opened from it opens beside it. */
export function EmbedPage({ t, to, city, assets, title, more, islands = [], children }: EmbedProps) {
  return (
    <html lang={t.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{t('page.title', { page: title, place: t('product.name') })}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <base target="_blank" />
        <link rel="stylesheet" href={assets.stylesheet} />
      </head>
      <body class="embed">
        <header class="embed-head">
          <h1>{title}</h1>
          <a href={more}>{t('embed.more')}</a>
        </header>
        <main class="embed-main">{children}</main>
        <footer class="embed-foot">
          <a href={to.city(city.id)}>{`${t('product.name')} · ${city.name[t.locale]}`}</a>
          <a href={to.reportForm(city.id)}>{t('nav.report_short')}</a>
        </footer>
        {assets.scripts(islands).map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </body>
    </html>
  )
}
