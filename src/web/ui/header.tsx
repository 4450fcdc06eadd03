import type { ComponentChildren } from 'preact'

import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { MenuItem } from '../context.ts'
import type { Paths } from '../routes.ts'

type HeaderProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City | null
  readonly signedIn: boolean
  readonly staff: boolean
  /** Where the same page is in the other language. */
  readonly other: string
  readonly here?: MenuItem
}

/** The bar on top of every page: where one is, where one can go, and the one thing to do. */
export function Header({ t, to, city, signedIn, staff, other, here }: HeaderProps) {
  const item = (name: MenuItem, href: string, words: ComponentChildren) => (
    <a href={href} aria-current={here === name ? 'page' : undefined}>
      {words}
    </a>
  )
  const otherLocale = t.locale === 'uk' ? 'en' : 'uk'
  return (
    <header class="bar">
      <a class="brand" href={city ? to.city(city.id) : to.cities()}>
        {city ? (
          <span>
            <span class="product">{t('product.name')} · </span>
            {city.name[t.locale]}
          </span>
        ) : (
          t('product.name')
        )}
      </a>
      <nav aria-label={t('nav.main')}>
        {city && item('reports', to.reports(city.id), t('nav.reports'))}
        {city && staff && item('desk', to.desk(city.id), t('nav.desk'))}
        {city && item('help', to.help(city.id), t('nav.help'))}
        {signedIn ? item('me', to.me(), t('nav.mine')) : item('sign_in', to.signIn(), t('nav.sign_in'))}
        <a href={other} hrefLang={otherLocale} lang={otherLocale}>
          {t('nav.other_language')}
        </a>
      </nav>
      {city && here !== 'report_form' && here !== 'desk' && (
        <a class="button small" href={to.reportForm(city.id)} aria-label={t('nav.report_problem')}>
          <span class="full">{t('nav.report_problem')}</span>
          <span class="brief" aria-hidden="true">
            {t('nav.report_short')}
          </span>
        </a>
      )}
    </header>
  )
}
