import type { Appeal } from '#src/domain/appeal.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Locale } from '#src/domain/locale.ts'
import { answersInWords } from '#src/domain/questions.ts'
import type { Point } from '#src/domain/report.ts'
import type { Document, Figure, Printed } from '#src/outside/document/document.ts'
import type { PublicReport } from '#src/store/public-reports.ts'
import { type Say, say } from '#src/text/catalogue.ts'
import { dayInLetter, momentInLetter } from '#src/text/dates.ts'

/**
 * For whom the copy is: null for everyone, who is not told whether it is a formal appeal; `apart` when the addressee
 * finds who appeals elsewhere; else who appeals, for the addressee alone.
 */
export type Appealed = null | 'apart' | (Appeal & { readonly email: string })

/** What a message is made of, besides the report: pictures that are ready, and where its page stands. */
export type Told = {
  readonly guide: Guide
  readonly report: PublicReport
  readonly locale: Locale
  readonly url: string
  readonly appeal: Appealed
  readonly map: { readonly picture: Printed; readonly sources: string } | null
  readonly photos: readonly Printed[]
  /** How many photos the public may see, also those that are left out here. */
  readonly photoCount: number
}

/** The electronic message of a report, in words: to whom, of what, where, resting on what, and how it is answered. */
export function messageDocument(told: Told): Document {
  const { guide, report, locale, url } = told
  const { city } = guide
  const t = say(locale)
  const { number, submittedAt } = report
  const title = t('message.title', { number })
  const day = dayInLetter(report.acceptedAt ?? submittedAt, locale, city.timeZone)
  const foot = url.replace(/^https?:\/\//, '')
  return {
    locale,
    title: `${title}. ${city.name[locale]}`,
    author: `${t('message.product')}, ${city.name[locale]}`,
    at: report.acceptedAt ?? submittedAt,
    sender: [t('message.product'), t('message.city', { city: city.name[locale] })],
    parties: [addressee(told, t), ...applicant(told, t)],
    heading: title,
    under: [t('message.from_city', { city: city.name[locale], day }), copyFor(told.appeal, t)],
    said: { heading: t('message.said'), words: report.description, locale: report.locale },
    facts: { heading: t('message.facts'), rows: factsOf(told, t) },
    place: placeOf(told, t),
    photos: photosOf(told, t),
    notes: [lawOf(told.appeal, t), answerOf(told, t)],
    code: { url, alt: t('message.code', { url }), under: t('message.code_under') },
    foot: (page, pages) => t('message.foot', { city: city.name[locale], number, url: foot, page, pages }),
  }
}

function addressee({ guide, report, locale }: Told, t: Say): Document['parties'][number] {
  const organization = report.organization && guide.organizations.get(report.organization)
  return {
    label: t('message.to'),
    lines: organization ? [organization.name[locale], organization.email] : [t('message.to_nobody')],
  }
}

function applicant({ appeal }: Told, t: Say): Document['parties'] {
  if (appeal === null || appeal === 'apart') return []
  const { surname, name, patronymic, residence, email } = appeal
  const lines = [`${surname} ${name} ${patronymic}`, residence, email].filter(Boolean)
  return [{ label: t('message.from'), lines }]
}

function copyFor(appeal: Appealed, t: Say): string {
  if (appeal === null) return t('message.open')
  return t(appeal === 'apart' ? 'message.appeal_apart' : 'message.appeal_told')
}

function factsOf({ guide, report, locale }: Told, t: Say): Document['facts']['rows'] {
  const { timeZone } = guide.city
  const category = guide.categories.get(report.categoryId)
  const moment = (at: Temporal.Instant) => momentInLetter(at, locale, timeZone)
  const due = report.answerDue && dayInLetter(report.answerDue, locale, timeZone)
  const rows = [
    { label: t('message.category'), value: category?.name[locale] ?? report.categoryId },
    ...answersInWords(category?.questions ?? [], report.answers, locale),
    { label: t('message.place'), value: report.address || (report.location ? t('message.no_address') : '') },
    { label: t('message.point'), value: report.location ? inFigures(report.location) : '' },
    { label: t('message.submitted'), value: moment(report.submittedAt) },
    { label: t('message.accepted'), value: report.acceptedAt ? moment(report.acceptedAt) : '' },
    { label: t('message.due'), value: due ? t('message.due_day', { day: due }) : '' },
  ]
  return rows.filter(({ value }) => value)
}

function placeOf({ report, map }: Told, t: Say): Document['place'] {
  if (!map) return null
  return {
    ...map.picture,
    alt: t('message.map', { place: report.address }).trim(),
    under: map.sources && t('message.map_sources', { sources: map.sources }),
  }
}

function photosOf({ report: { number }, photos, photoCount }: Told, t: Say): Document['photos'] {
  const figures = photos.map(
    (photo, index): Figure => ({ ...photo, alt: t('message.photo', { index: index + 1, number }) }),
  )
  const all = figures.length === photoCount
  const heading = all ? t('message.photos') : t('message.photos_more', { shown: figures.length, count: photoCount })
  return { heading, figures }
}

function lawOf(appeal: Appealed, t: Say): Document['notes'][number] {
  const what = appeal === null ? 'message.law_report' : 'message.law_appeal'
  return { heading: t('message.law'), paragraphs: [t(what), t('message.law_terms')] }
}

function answerOf({ guide, report, locale }: Told, t: Say): Document['notes'][number] {
  const due = report.answerDue && dayInLetter(report.answerDue, locale, guide.city.timeZone)
  const until = due ? [t('message.answer_due', { day: due })] : []
  return {
    heading: t('message.answer'),
    paragraphs: [...until, t('message.answer_where'), t('message.answer_says')],
  }
}

/** A metre or so. */
const digits = 5

function inFigures({ lat, lng }: Point): string {
  return `${lat.toFixed(digits)}, ${lng.toFixed(digits)}`
}
