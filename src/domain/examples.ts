import type { Act, ActKind } from './act.ts'
import type { Actor } from './actor.ts'
import type { Appeal } from './appeal.ts'
import type { Calendar, City } from './city.ts'
import type { CategoryId, CityId, DraftKey, LinkId, MediaId, OrganizationId, PersonId, ReportId } from './id.ts'
import type { Report } from './report.ts'
import type { Draft } from './submission.ts'

/** Plain, valid things for tests and seeds to start from. Say only what the test is about. */
export const day = (offset: number): Temporal.Instant =>
  Temporal.Instant.from('2026-01-01T12:00Z').add({ hours: 24 * offset })

/** No day differs from its weekday. */
export const ordinaryWeeks: Calendar = {
  holidays: { fixed: [], easter: false, trinity: false },
  holidaysWorked: [],
  daysOff: [],
  workedWeekends: [],
}

export const ukrainianHolidays: Calendar['holidays'] = {
  fixed: ['01-01', '03-08', '05-01', '05-08', '06-28', '07-15', '08-24', '10-01', '12-25'].map((day) =>
    Temporal.PlainMonthDay.from(day),
  ),
  easter: true,
  trinity: true,
}

export const aCity = (policy: Partial<City['policy']> = {}): City => ({
  id: 'zhytomyr' as CityId,
  name: { uk: 'Житомир', en: 'Zhytomyr' },
  nameOf: { uk: 'Житомира', en: 'Zhytomyr' },
  timeZone: 'Europe/Kyiv',
  center: { lng: 28.6587, lat: 50.2547 },
  phones: [],
  policy: {
    waitingStopsTerm: false,
    remindBefore: [10, 3, 0],
    remindAt: Temporal.PlainTime.from('08:00'),
    quietHours: { from: Temporal.PlainTime.from('21:00'), until: Temporal.PlainTime.from('08:00') },
    answerWithin: Temporal.Duration.from({ months: 1 }),
    reopenWithin: Temporal.Duration.from({ days: 30 }),
    mostMedia: 5,
    appeals: { taken: true, keptFor: Temporal.Duration.from({ years: 1 }) },
    ...policy,
  },
  calendar: ordinaryWeeks,
  openData: { licence: 'CC-BY-4.0', publisher: null, email: null },
  emblem: { ground: '#0b4fa0', sign: '#ffc400', path: 'M10 10h80v80h-80z' },
})

export const waterUtility = 'water-utility' as OrganizationId

export const aResident = (): Extract<Actor, { kind: 'resident' }> => ({
  kind: 'resident',
  id: crypto.randomUUID() as PersonId,
})
/** Who appeals formally. */
export const anAppeal = (changes: Partial<Appeal> = {}): Appeal => ({
  surname: 'Заявниченко',
  name: 'Уляна',
  patronymic: 'Іванівна',
  residence: 'вул. Мешканців, 7, кв. 8',
  ...changes,
})
export const aModerator = (): Actor => ({ kind: 'moderator', id: crypto.randomUUID() as PersonId })
export const anOfficer = (organization = waterUtility): Actor => ({
  kind: 'officer',
  id: crypto.randomUUID() as PersonId,
  organization,
})
export const aCorrespondent = (organization = waterUtility): Actor => ({
  kind: 'correspondent',
  link: crypto.randomUUID() as LinkId,
  organization,
})

export const aReport = (changes: Partial<Report> = {}): Report => ({
  id: crypto.randomUUID() as ReportId,
  cityId: aCity().id,
  draftKey: crypto.randomUUID() as DraftKey,
  number: 1042,
  categoryId: 'water-leak' as CategoryId,
  location: { lng: 28.6587, lat: 50.2547 },
  address: 'майдан Згоди, 3',
  description: 'Тече вода з люка',
  answers: {},
  media: [],
  hiddenMedia: [],
  unseenMedia: [],
  reporter: crypto.randomUUID() as PersonId,
  nameShown: 'first_name',
  locale: 'uk',
  organization: waterUtility,
  status: 'submitted',
  statusSince: day(0),
  acceptedAt: null,
  termEnds: null,
  answerDue: null,
  dueSince: null,
  confirmed: false,
  mergedInto: null,
  submittedAt: day(0),
  ...changes,
})

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  key: crypto.randomUUID() as DraftKey,
  categoryId: 'water-leak' as CategoryId,
  location: { lng: 28.6587, lat: 50.2547 },
  address: 'майдан Згоди, 3',
  description: 'Тече вода з люка',
  media: [],
  answers: {},
  nameShown: 'first_name',
  appeal: null,
  locale: 'uk',
  ...changes,
})

/** Every kind of act as it might come; `organization` is the one it goes to, where it goes to one. */
export const anAct = <Kind extends ActKind>(kind: Kind, organization = waterUtility): Extract<Act, { kind: Kind }> => {
  const media = 'photo' as MediaId
  const until = Temporal.PlainDate.from('2026-04-01')
  const acts: { readonly [K in ActKind]: Extract<Act, { kind: K }> } = {
    approve: { kind: 'approve', organization },
    reject: { kind: 'reject', reason: 'unclear', note: 'Не вказано, де саме' },
    revise: { kind: 'revise', description: 'Тече вода з люка біля будинку 5', address: 'майдан Згоди, 5', media: [] },
    assign: { kind: 'assign', organization, note: 'Це їхня мережа' },
    start: { kind: 'start', note: 'Бригада виїхала' },
    ask: { kind: 'ask', question: 'З якого саме люка?' },
    answer: { kind: 'answer', answer: 'З того, що біля зупинки', media: [] },
    postpone: { kind: 'postpone', reason: 'season', note: 'Роботи після морозів', until },
    extend: {
      kind: 'extend',
      reason: 'needs_inspection',
      note: 'Оглядова комісія збереться за тиждень',
      until: Temporal.PlainDate.from('2026-02-10'),
    },
    resolve: { kind: 'resolve', note: 'Замінено засувку', media: [] },
    decline: { kind: 'decline', reason: 'private_property', note: 'Внутрішньобудинкова мережа' },
    merge: { kind: 'merge', into: 'the-other' as ReportId },
    separate: { kind: 'separate', organization },
    confirm: { kind: 'confirm' },
    reopen: { kind: 'reopen', note: 'Знову тече', media: [] },
    withdraw: { kind: 'withdraw' },
    add: { kind: 'add', note: 'Стало гірше: тече вже на дорогу', media: [] },
    show_addition: { kind: 'show_addition', addition: 1, files: [] },
    decline_addition: {
      kind: 'decline_addition',
      addition: 1,
      files: [],
      reason: 'personal_data',
      note: 'Видно номер авто',
    },
    note: { kind: 'note', note: 'Дзвонили, ніхто не відповів' },
    hide_media: { kind: 'hide_media', media },
    show_media: { kind: 'show_media', media },
  }
  return acts[kind]
}
