import { askKnown } from './ask-known.ts'
import { bringBack } from './bring-back.ts'
import { chooseCategory } from './choose-category.ts'
import { countCharacters } from './count-characters.ts'
import { draftOnDevice } from './draft-on-device.ts'
import type { FormSettings, FormWords } from './form-settings.ts'
import { sendOnce } from './send-once.ts'
import { speakFrom } from './speak.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-report-form]')) {
  const settings = JSON.parse(form.dataset.reportForm ?? '') as FormSettings // safe: `ReportForm` wrote it
  const say = speakFrom(JSON.parse(form.dataset.words ?? '') as FormWords) // safe: `ReportForm` wrote it
  // First: whoever looks for what is kept under the form's key looks under that one.
  void bringBack(form)
  const forget = draftOnDevice(form, settings, say)
  chooseCategory(form, say)
  countCharacters(form, say)
  askKnown(form)
  sendOnce(form, say, forget)
  // Browsers leave a field where it is while some of it can be seen: the bar that sends would cover the rest.
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches('textarea, .field > input'))
      target.scrollIntoView({ block: 'nearest' })
  })
}
