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
  const item = (name: MenuItem, href: string, words: string, brief = words, marks = {}) => (
    <a
      class={name === 'map' || name === 'stats' ? 'roomy' : undefined}
      href={href}
      aria-current={here === name ? 'page' : undefined}
      {...named(words, brief)}
      {...marks}
    >
      <Fitting words={words} brief={brief} />
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
      <nav aria-label={t('nav.main')} class={staff ? 'of-staff' : undefined}>
        {city && item('reports', to.reports(city.id), t('nav.reports'))}
        {city && item('map', to.map(city.id), t('nav.map'))}
        {city && item('stats', to.stats(city.id), t('nav.stats'))}
        {city && staff && item('desk', to.desk(city.id), t('nav.desk'))}
        {city && item('help', to.help(city.id), t('nav.help'))}
        {signedIn
          ? item('me', to.me(), t('nav.mine'), t('nav.mine_short'))
          : item('sign_in', to.signIn(), t('nav.sign_in'), t('nav.sign_in'), {
              'data-mine': to.me(),
              'data-mine-words': t('nav.mine'),
              'data-mine-brief': t('nav.mine_short'),
            })}
        <a href={other} hrefLang={otherLocale} lang={otherLocale} aria-label={t('nav.other_language_named')}>
          <Fitting words={t('nav.other_language')} brief={t('nav.other_language_short')} />
        </a>
      </nav>
      {city && here !== 'report_form' && here !== 'desk' && (
        <a class="button small" href={to.reportForm(city.id)} aria-label={t('nav.report_problem')}>
          <Fitting words={t('nav.report_problem')} brief={t('nav.report_short')} />
        </a>
      )}
    </header>
  )
}

/** Words that a narrow screen shows fewer of; whoever hears the page hears all of them. */
function Fitting({ words, brief }: { readonly words: string; readonly brief: string }) {
  if (brief === words) return <>{words}</>
  return (
    <>
      <span class="full">{words}</span>
      <span class="brief" aria-hidden="true">
        {brief}
      </span>
    </>
  )
}

function named(words: string, brief: string) {
  return brief === words ? {} : { 'aria-label': words }
}
