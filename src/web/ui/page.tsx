import type { ComponentChildren } from 'preact'

import type { City } from '#src/domain/city.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { PageContent } from '../context.ts'
import { AppLinks } from '../install/head-links.tsx'
import { LivePart } from '../live/live-part.tsx'
import { OfflineBar } from '../offline/offline-bar.tsx'
import { readyFor } from '../offline/ready-for.ts'
import { useHasPictures } from '../pictures/picture.tsx'
import { PicturesBar } from '../pictures/pictures-bar.tsx'
import type { Paths } from '../routes.ts'
import { isStaffOf, markOf, type Viewer } from '../viewer.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { LinkPreview } from './link-preview.tsx'
import { Linked } from './linked-data.tsx'
import { MailStopped } from './mail-stopped.tsx'

/** What the layout knows of the request and the build, apart from what the page says. */
export type Frame = {
  readonly t: Say
  readonly to: Paths
  readonly viewer: Viewer
  /** Null on pages that belong to no city. */
  readonly city: City | null
  /** The same page in each language, from the root. */
  readonly addresses: Readonly<Record<Locale, string>>
  /** The product's public address, without a slash at the end. */
  readonly origin: string
  readonly stylesheet: string
  /** Addresses of the islands' scripts, and of what they import. */
  readonly scripts: readonly string[]
}

/** The whole document around a page. */
export function Page({ frame, content }: { readonly frame: Frame; readonly content: PageContent }) {
  const { t, to, viewer, city, addresses, origin, stylesheet, scripts } = frame
  const { title, description = t('page.description'), body, here, indexed = true, width = 'page' } = content
  const { alternates = [], linked, live } = content
  const place = city ? `${city.name[t.locale]} · ${t('product.name')}` : t('product.name')
  const summary = { description, locale: t.locale, address: origin + addresses[t.locale] }
  const hasPictures = useHasPictures()
  return (
    <html
      lang={t.locale}
      data-viewer={markOf(viewer) ?? ''}
      data-keep={content.kept}
      data-pictures={hasPictures ? undefined : 'left_out'}
      data-ready={city ? readyFor(to, city.id).join(' ') : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <title>{title === t('product.name') ? title : t('page.title', { page: title, place })}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <AppLinks t={t} to={to} city={city} />
        <meta name="format-detection" content="telephone=no" />
        {!indexed && <meta name="robots" content="noindex" />}
        <link rel="icon" href={to.favicon()} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
        {indexed && <link rel="canonical" href={origin + addresses[t.locale]} />}
        {indexed &&
          locales.map((locale) => (
            <link key={locale} rel="alternate" hrefLang={locale} href={origin + addresses[locale]} />
          ))}
        {indexed && <LinkPreview {...content} {...{ place, origin }} {...summary} />}
        {alternates.map(({ type, title, address }) => (
          <link key={address} rel="alternate" type={type} title={title} href={origin + address} />
        ))}
        {indexed && linked && <Linked thing={linked} />}
      </head>
      <body class={width === 'wide' || width === 'full' ? width : undefined}>
        <a class="skip" href="#main">
          {t('nav.skip')}
        </a>
        <Header
          t={t}
          to={to}
          city={city}
          signedIn={viewer.kind === 'person'}
          staff={city !== null && isStaffOf(viewer, city.id)}
          other={addresses[t.locale === 'uk' ? 'en' : 'uk']}
          {...(here ? { here } : {})}
        />
        <OfflineBar t={t} to={to} city={city?.id ?? null} isSignedIn={viewer.kind === 'person'} />
        <PicturesBar t={t} to={to} back={addresses[t.locale]} />
        {live && <LivePart t={t} {...live} />}
        <Main width={width}>
          {viewer.kind === 'person' && viewer.mailStopped && (
            <MailStopped
              {...{ t, email: viewer.email, stopped: viewer.mailStopped }}
              action={to.tryMailAgain()}
              change={to.newEmail()}
            />
          )}
          {body}
        </Main>
        {width !== 'full' && <Footer t={t} to={to} city={city} />}
        {/* Last: a page can be read and filled in without them, and on a slow line they would hold up the stylesheet. */}
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </body>
    </html>
  )
}

function Main({ width, children }: { readonly width: string; readonly children: ComponentChildren }) {
  return (
    <main id="main" class={`main ${width}`} tabIndex={-1}>
      {children}
    </main>
  )
}
