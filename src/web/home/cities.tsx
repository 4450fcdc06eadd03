import type { Handler } from '../context.ts'

/** The front page: the cities to choose from. With one city there is nothing to choose. */
export const cities: Handler<'cities'> = ({ guides, t, to, page }) => {
  const [first, ...others] = guides.values()
  if (first && others.length === 0) return temporarily(to.city(first.city.id))

  const body = (
    <div class="stack">
      <h1>{t('home.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <h2>{t('home.choose')}</h2>
      <ul class="tiles">
        {[...guides.values()].map(({ city }) => (
          <li key={city.id}>
            <a class="card tile" href={to.city(city.id)}>
              <b>{city.name[t.locale]}</b>
              <span class="soft">{t('home.problems_of', { city: city.nameOf[t.locale] })}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">
        {t('home.not_for_danger')} <a href="tel:112">112</a>
      </p>
    </div>
  )
  return page({ title: t('product.name'), description: t('home.lead'), body })
}

/** Not for good: a second city may come. */
function temporarily(path: string): Response {
  return new Response(null, { status: 302, headers: { location: path } })
}
