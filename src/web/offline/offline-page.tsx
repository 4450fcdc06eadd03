import type { Guide } from '#src/domain/guide.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Assets } from '../assets.ts'
import type { Handler } from '../context.ts'
import { OutboxList } from '../outbox/outbox-list.tsx'
import type { Paths } from '../routes.ts'
import { EmergencyNumbers } from '../ui/emergency-numbers.tsx'
import { DeviceCard, MapCard } from './device-cards.tsx'

/** What works without a connection, and whom to call: shown too in place of a page that is not kept. */
export function offlinePage({ worker }: Pick<Assets, 'worker'>): Handler<'offline'> {
  return ({ guide, t, to, page }) =>
    page({
      title: t('offline.title'),
      description: t('offline.description'),
      body: <OfflinePage {...{ t, to, guide }} mapFiles={worker.mapFiles} />,
      islands: ['device', 'outbox'],
      indexed: false,
      kept: to.offline(guide.city.id),
      width: 'text',
    })
}

type Props = { readonly t: Say; readonly to: Paths; readonly guide: Guide; readonly mapFiles: readonly string[] }

function OfflinePage({ t, to, guide: { city }, mapFiles }: Props) {
  return (
    <div class="stack">
      <header class="stack tight">
        <h1>{t('offline.title')}</h1>
        <p class="lead">{t('offline.lead')}</p>
        <p>
          <a class="button" href={to.reportForm(city.id)}>
            {t('nav.report_problem')}
          </a>
        </p>
      </header>
      <noscript>
        <p class="notice warning">{t('offline.needs_script')}</p>
      </noscript>
      <OutboxList t={t} to={to} back={to.me()} />
      <section class="stack tight" aria-labelledby="kept">
        <h2 id="kept">{t('offline.kept')}</h2>
        <ul class="kept-list" data-kept-list>
          <li>
            <a href={to.me()}>{t('offline.kept_mine')}</a>
          </li>
          <li>
            <a href={to.reports(city.id)}>{t('offline.kept_list')}</a>
          </li>
          <li>
            <a href={to.help(city.id)}>{t('offline.kept_help')}</a>
          </li>
        </ul>
      </section>
      <EmergencyNumbers t={t} phones={city.phones} />
      <MapCard t={t} address={to.basemap(city.id)} files={mapFiles} />
      <DeviceCard t={t} />
    </div>
  )
}
