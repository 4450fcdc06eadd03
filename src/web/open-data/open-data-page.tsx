import type { City } from '#src/domain/city.ts'
import { publishedFields } from '#src/domain/published-report.ts'
import type { DataFile } from '#src/store/data-files.ts'
import type { Say } from '#src/text/catalogue.ts'
import { type Clock, dayInWords } from '#src/text/time.ts'
import { Snippets } from '../embed/snippet.tsx'
import type { Asked } from '../reports/filter-from-query.ts'
import type { Paths } from '../routes.ts'
import { licenceAddress } from './catalog.ts'

type OpenDataProps = {
  readonly t: Say
  readonly to: Paths
  readonly city: City
  readonly clock: Clock
  readonly origin: string
  /** What an embedded map or list is narrowed by, and the same in words. */
  readonly asked: Asked
  readonly shown: string
  /** In the page's language. */
  readonly files: readonly DataFile[]
}

/** What is offered, how it may be used, how fresh it is, and what every field means. */
export function OpenDataPage(props: OpenDataProps) {
  const { t, to, city, origin, asked, shown } = props
  const { licence, publisher, email } = city.openData
  return (
    <div class="stack open-data">
      <h1>{t('open_data.title')}</h1>
      <p class="lead">{t('open_data.lead')}</p>
      <section class="prose" id="now">
        <h2>{t('open_data.now')}</h2>
        <p>{t('open_data.now_text')}</p>
        <ul class="open-data-files">
          <li>
            <a class="button" href={to.reportsCsv(city.id)}>
              {t('open_data.live_csv')}
            </a>
          </li>
          <li>
            <a class="button quiet" href={`${to.reportsGeojson(city.id)}?all=yes`}>
              {t('open_data.live_geojson')}
            </a>
          </li>
          <li>
            <a class="button quiet" href={to.reportsAtom(city.id)}>
              {t('open_data.feed')}
            </a>
          </li>
        </ul>
        <p>
          {t('open_data.filters')} <a href={to.reports(city.id)}>{t('open_data.filters_list')}</a>
        </p>
      </section>
      <Days {...props} />
      <section class="prose" id="licence">
        <h2>{t('open_data.licence')}</h2>
        <p>
          <a href={licenceAddress[licence]} rel="license">
            {t(`open_data.licence.${licence}`)}
          </a>
        </p>
        <p>{t(`open_data.licence_text.${licence}`, { publisher: publisher?.[t.locale] ?? city.name[t.locale] })}</p>
        {email && (
          <p>
            {t('open_data.questions')} <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        <p>{t('open_data.nobody')}</p>
      </section>
      <section class="stack" id="fields">
        <h2>{t('open_data.fields')}</h2>
        <p>{t('open_data.fields_text')}</p>
        <dl class="open-data-fields">
          {publishedFields.map((field) => (
            <div key={field}>
              <dt>
                <code>{field}</code>
              </dt>
              <dd>{t(`open_data.field.${field}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Snippets {...{ t, to, city, origin, asked }} title={shown} />
      <section class="prose" id="catalog">
        <h2>{t('open_data.for_catalogs')}</h2>
        <p>
          {t('open_data.for_catalogs_text')} <a href={to.dataCatalog(city.id)}>DCAT-AP, JSON-LD</a>
        </p>
      </section>
    </div>
  )
}

/** The files of the days before: the same for whoever takes them, and quick to take. */
function Days({ t, to, city, clock, files }: OpenDataProps) {
  const days = [...new Set(files.map(({ day }) => day.toString()))]
  const sizes = new Intl.NumberFormat(t.locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  return (
    <section class="stack" id="days">
      <h2>{t('open_data.days')}</h2>
      <p>{days.length > 0 ? t('open_data.days_text') : t('open_data.days_none')}</p>
      {days.length > 0 && (
        <ul class="open-data-days">
          {days.map((day) => (
            <li key={day}>
              <b>{dayInWords(Temporal.PlainDate.from(day).toZonedDateTime(clock.timeZone).toInstant(), clock, t)}</b>
              {files
                .filter((file) => file.day.toString() === day)
                .map((file) => (
                  <span key={file.format}>
                    <a href={file.format === 'csv' ? to.dayCsv(city.id, day) : to.dayGeojson(city.id, day)}>
                      {t(`open_data.format.${file.format}`)}
                    </a>{' '}
                    <span class="soft">
                      {t('open_data.reports', { count: file.reports })},{' '}
                      {sizes.format(Math.max(1, Math.round(file.bytes / 1000)))}
                    </span>
                  </span>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
