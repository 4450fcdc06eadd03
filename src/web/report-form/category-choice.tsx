import type { Category, Group } from '#src/domain/category.ts'
import type { Guide } from '#src/domain/guide.ts'
import { answersInWords } from '#src/domain/questions.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { FormProblem } from '../form/field.tsx'
import type { FieldsOf } from '../form/fields.ts'
import { text } from '../form/fields.ts'
import { CategoryQuestions } from './category-questions.tsx'
import { answersIn } from './draft-from-form.ts'

type Props = {
  readonly t: Say
  readonly guide: Guide
  readonly fields: FieldsOf
  readonly problems: readonly FormProblem[]
}

/** The kinds of problems, folded by group, each with what it asks. Usable without a script however many there are. */
export function CategoryChoice({ t, guide: { groups, categories }, fields, problems }: Props) {
  const chosen = categories.get(text(fields, 'category') as Category['id'])
  const problem = problems.find(({ field }) => field === 'category')?.words
  const all = [...categories.values()]
  const described = problem ? 'category-hint category-problem' : 'category-hint'
  return (
    <fieldset id="category" class="form-part" tabIndex={-1} aria-describedby={described} data-categories>
      <legend>
        <h2>{t('form.what')}</h2>
      </legend>
      {problem && (
        <p class="error" id="category-problem">
          {problem}
        </p>
      )}
      <div class="field" data-category-filter hidden>
        <label for="category-filter">{t('form.filter')}</label>
        <input id="category-filter" type="search" autocomplete="off" placeholder={t('form.filter_hint')} />
        <p class="soft" role="status" data-category-found />
      </div>
      <p class="soft" id="category-hint">
        {t('form.what_hint')}
      </p>
      <div class="groups">
        {groups.map((group) => {
          const own = all.filter((category) => category.group === group.id)
          return own.length === 0 ? null : (
            <GroupOfCategories key={group.id} {...{ t, group, own, chosen, fields, problems }} />
          )
        })}
      </div>
      <button type="button" class="button quiet small" data-category-change hidden>
        {t('form.change_category')}
      </button>
    </fieldset>
  )
}

type GroupProps = Omit<Props, 'guide'> & {
  readonly group: Group
  readonly own: readonly Category[]
  readonly chosen: Category | undefined
}

/** One group: open when what is chosen stands in it; else one at a time, so that the page stays short. */
function GroupOfCategories({ t, group, own, chosen, fields, problems }: GroupProps) {
  const isOpen = chosen?.group === group.id
  return (
    <details class="group" name="group" open={isOpen}>
      <summary>
        <span>{group.name[t.locale]}</span>
        <span class="soft" data-group-chosen>
          {isOpen && t('form.chosen', { category: chosen.name[t.locale] })}
        </span>
      </summary>
      <div class="kinds">
        {own.map((category) =>
          category.open ? (
            <Kind key={category.id} {...{ t, category, fields, problems }} isChosen={category === chosen} />
          ) : (
            <div key={category.id} class="kind closed" data-kind>
              <p>
                <b>{category.name[t.locale]}</b> <span class="soft">{t('form.closed')}</span>
              </p>
              {category === chosen && <Answered {...{ t, category, fields }} />}
            </div>
          ),
        )}
      </div>
    </details>
  )
}

/** The category closed after its questions were answered: what was written is there to be taken elsewhere. */
function Answered({ t, category, fields }: Pick<KindProps, 't' | 'category' | 'fields'>) {
  const answers = answersInWords(category.questions, answersIn(fields, category.id), t.locale)
  if (answers.length === 0) return null
  return (
    <>
      <p>{t('form.closed_answers')}</p>
      <ul>
        {answers.map(({ id, label, value }) => (
          <li key={id}>
            {label} <b class="said">{value}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

type KindProps = Omit<Props, 'guide'> & { readonly category: Category; readonly isChosen: boolean }

function Kind({ t, category, isChosen, fields, problems }: KindProps) {
  return (
    <div class={isChosen ? 'kind chosen' : 'kind'} data-kind>
      <label class="choice">
        <input type="radio" name="category" value={category.id} checked={isChosen} />
        <span>{category.name[t.locale]}</span>
      </label>
      {category.questions.length > 0 && <CategoryQuestions {...{ t, category, fields, problems }} />}
    </div>
  )
}
