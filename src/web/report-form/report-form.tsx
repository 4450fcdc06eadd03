import type { Guide } from '#src/domain/guide.ts'
import type { CityId, DraftKey } from '#src/domain/id.ts'
import { leastDescription } from '#src/domain/submission.ts'
import { longest } from '#src/domain/words.ts'
import type { OpenReport } from '#src/store/known-reports.ts'
import type { Media } from '#src/store/media.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Clock } from '#src/text/time.ts'
import { AreaField, type FormProblem, FormProblems, TextField } from '../form/field.tsx'
import { type FieldsOf, text } from '../form/fields.ts'
import { MapFrame } from '../map/map-frame.tsx'
import { FindPlace } from '../places/find-place.tsx'
import { PlaceChoice } from '../places/place-choice.tsx'
import type { ShownPlace } from '../places/place-words.ts'
import type { Paths } from '../routes.ts'
import { Notice } from '../ui/notice.tsx'
import { AppealField } from './appeal-field.tsx'
import { CategoryChoice } from './category-choice.tsx'
import { formSettings, formWords } from './form-words.ts'
import { KnownReports } from './known-reports.tsx'
import { NameChoice } from './name-choice.tsx'
import { PhotoField } from './photo-field.tsx'

/** The form as it stands: what was typed and attached, and what is wrong with it. */
export type FormState = {
  /** Null in the form as a device keeps it, which gives it one. */
  readonly key: DraftKey | null
  readonly fields: FieldsOf
  readonly files: readonly Media[]
  readonly problems: readonly FormProblem[]
  /** What may be reported already, to be looked at before this is sent. */
  readonly known?: readonly OpenReport[]
  /** What was found of the address, to choose from without a script. */
  readonly places?: readonly ShownPlace[] | null
  /** The report that this form's predecessor became: it must not be sent again unawares. */
  readonly sent: { readonly key: DraftKey; readonly number: number; readonly tell: boolean } | null
}

export type ReportFormProps = {
  readonly t: Say
  readonly to: Paths
  readonly guide: Guide
  readonly clock: Clock
  /** Null while nobody is signed in. */
  readonly firstName: string | null
  readonly lastName: string | null
  readonly state: FormState
}

/** The whole form on one page: what, where, in what words, with which photos, under what name. */
export function ReportForm({ t, to, guide, clock, firstName, lastName, state }: ReportFormProps) {
  const { city } = guide
  const { key, fields, files, problems, known = [], places = null, sent } = state
  const problemAt = (name: string) => problems.find(({ field }) => field === name)?.words
  return (
    <div class="report-form stack">
      <h1>{t('form.title')}</h1>
      <Emergency t={t} guide={guide} />
      {sent?.tell && (
        <Notice kind="warning">
          <p>{t('form.already_sent', { number: sent.number })}</p>
          <p>
            <a href={to.report(city.id, sent.number)}>{t('form.already_sent_link', { number: sent.number })}</a>
          </p>
        </Notice>
      )}
      <div data-form-problems>
        <FormProblems title={t('form.problems', { count: problems.length })} problems={problems} />
      </div>
      <form
        class="stack"
        method="post"
        action={to.submitReport(city.id)}
        encType="multipart/form-data"
        novalidate
        data-report-form={JSON.stringify(formSettings(city.id, sent?.key ?? null))}
        data-words={JSON.stringify(formWords(t.locale))}
      >
        {/* The first button is what Enter in a field presses: it must not be one that takes a photo away. */}
        <button type="submit" class="hidden-words" tabIndex={-1} aria-hidden="true">
          {t('form.send')}
        </button>
        <input type="hidden" name="key" value={key ?? ''} />
        <DraftOnDevice t={t} />
        {known.length > 0 && <KnownFirst {...{ t, to, clock, known }} city={city.id} />}
        <CategoryChoice {...{ t, guide, fields, problems }} />
        <section class="form-part" aria-labelledby="where">
          <h2 id="where">{t('form.where')}</h2>
          <FindPlace {...{ t, to }} city={city.id}>
            <TextField
              name="address"
              label={t('form.address')}
              hint={t('form.address_hint')}
              problem={problemAt('address')}
              value={text(fields, 'address')}
              autocomplete="off"
            />
            <button type="submit" class="button quiet small" name="find" value="yes" data-without-script>
              {t('places.find_here')}
            </button>
          </FindPlace>
          {places && <PlaceChoice t={t} found={places} />}
          <input type="hidden" name="lng" value={text(fields, 'lng')} />
          <input type="hidden" name="lat" value={text(fields, 'lat')} />
          <MapFrame use={{ kind: 'place' }} locale={t.locale} guide={guide} />
        </section>
        <div data-known={to.knownReports(city.id)} aria-live="polite" />
        <section class="form-part" aria-labelledby="describe" data-counted={longest.description}>
          <h2 id="describe">{t('form.describe')}</h2>
          <AreaField
            name="description"
            label={t('form.words')}
            hint={t('form.words_hint', { least: leastDescription })}
            problem={problemAt('description')}
            value={text(fields, 'description')}
            rows={5}
          />
          <p class="soft figure" data-count />
        </section>
        <section class="form-part" id="photos" aria-labelledby="photos-title">
          <h2 id="photos-title">
            {t('form.photos')} <span class="optional">{t('form.optional')}</span>
          </h2>
          <PhotoField
            {...{ t, to, files }}
            city={city.id}
            formKey={key ?? ('' as DraftKey)}
            most={city.policy.mostMedia}
            problem={problemAt('files')}
          />
        </section>
        <NameChoice t={t} shown={text(fields, 'name_shown')} firstName={firstName} />
        {city.policy.appeals.taken && (
          <AppealField
            {...{ t, fields, problems }}
            keptFor={city.policy.appeals.keptFor}
            known={{ surname: lastName ?? '', name: firstName ?? '' }}
          />
        )}
        <div class="notice">
          <p>{t('form.public')}</p>
          {firstName === null && <p data-for-visitor>{t('form.sign_in_next')}</p>}
        </div>
        <div class="send">
          <button type="submit" id="send" class="button" data-send>
            {t('form.send')}
          </button>
          <p class="soft" role="status" data-send-said />
        </div>
      </form>
    </div>
  )
}

/** Before it is sent: the list, with a way past it. */
function KnownFirst(
  props: Pick<ReportFormProps, 't' | 'to' | 'clock'> & { readonly city: CityId; readonly known: readonly OpenReport[] },
) {
  return (
    <div class="stack" data-known-first>
      <KnownReports {...props} />
      <button type="submit" class="button">
        {props.t('known.send')}
      </button>
    </div>
  )
}

/** Shown by the script: a draft left on this device, and that this one is being kept. */
function DraftOnDevice({ t }: { readonly t: Say }) {
  return (
    <div class="on-device">
      <div class="notice" data-draft-offer hidden>
        <p data-draft-from />
        <p class="acts">
          <button type="button" class="button small" data-draft-restore>
            {t('form.restore_yes')}
          </button>
          <button type="button" class="button quiet small" data-draft-drop>
            {t('form.restore_no')}
          </button>
        </p>
      </div>
      <p class="soft" data-draft-saved />
    </div>
  )
}

/** The numbers to call when this form is the wrong door; the whole list is at the foot of every page. */
function Emergency({ t, guide: { city } }: Pick<ReportFormProps, 't' | 'guide'>) {
  const urgent = city.phones.filter(({ emergency }) => emergency)
  return urgent.length === 0 ? null : (
    <p class="call-instead">
      <b>{t('form.emergency')}</b>{' '}
      {urgent.map(({ dial, shown, name }) => (
        <a key={dial} href={`tel:${dial}`} aria-label={t('emergency.call', { number: shown, name: name[t.locale] })}>
          {shown}
        </a>
      ))}
    </p>
  )
}
