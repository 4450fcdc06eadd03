import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { PhoneList } from './emergency-numbers.tsx'

/** The end of every page: the numbers to call, and what this is. */
export function Footer({ t, to, city }: { readonly t: Say; readonly to: Paths; readonly city: City | null }) {
  return (
    <footer class="foot">
      {city && city.phones.length > 0 && (
        <section class="foot-phones">
          <p>{t('footer.emergency')}</p>
          <PhoneList t={t} phones={city.phones.filter(({ emergency }) => emergency)} />
        </section>
      )}
      <p class="foot-links">
        <span>{t('footer.about')}</span>
        {city && <a href={to.stats(city.id)}>{t('figures.title')}</a>}
        {city && <a href={to.organizations(city.id)}>{t('organizations.title')}</a>}
        {city && <a href={to.help(city.id)}>{t('nav.help')}</a>}
        {city && <a href={to.install(city.id)}>{t('install.title')}</a>}
        {city && <a href={to.openData(city.id)}>{t('open_data.title')}</a>}
        {city && <a href={`${to.help(city.id)}#personal-data`}>{t('footer.personal_data')}</a>}
        <a href={to.cities()}>{t('nav.cities')}</a>
      </p>
    </footer>
  )
}
