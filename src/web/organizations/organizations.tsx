import type { Handler } from '../context.ts'
import { answersFor } from './answers-for.ts'

/** Who answers in a city, and for what. */
export const organizations: Handler<'organizations'> = ({ guide, t, to, page }) => {
  const { city } = guide
  return page({
    title: t('organizations.title'),
    description: t('organizations.description', { city: city.nameOf[t.locale] }),
    body: (
      <div class="stack">
        <h1>{t('organizations.title')}</h1>
        <p class="lead">{t('organizations.lead')}</p>
        <ul class="organizations">
          {[...guide.organizations.values()].map((organization) => (
            <li key={organization.id} class="card">
              <h2>
                <a href={to.organization(city.id, organization.id)}>{organization.name[t.locale]}</a>
              </h2>
              <p class="soft">{answersFor(t, guide, organization.id).join('; ')}</p>
            </li>
          ))}
        </ul>
        <p>
          <a href={to.stats(city.id)}>{t('figures.title')}</a>
        </p>
      </div>
    ),
  })
}
