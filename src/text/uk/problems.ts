import type { Refusal } from '#src/domain/lifecycle.ts'
import type { Objection } from '#src/domain/submission.ts'

/** Why a draft can't be a report (`objection.*`), why an act was refused (`refusal.*`). */
export const problems = {
  'objection.sign_in_needed': 'Щоб надіслати звернення, увійдіть.',
  'objection.place_missing': 'Поставте точку на мапі або опишіть місце словами.',
  'objection.outside_city': 'Ця точка за межами міста. Пересуньте її або приберіть і опишіть місце словами.',
  'objection.category_closed': 'За цією категорією звернення зараз не приймаються. Оберіть іншу.',
  'objection.description_short':
    'Опишіть проблему докладніше: щонайменше {least, plural, one {{least} знак} few {{least} знаки} many {{least} знаків} other {{least} знака}}.',
  'objection.too_many_files':
    '{most, plural, one {Можна додати не більше ніж {most} файл.} few {Можна додати не більше ніж {most} файли.} many {Можна додати не більше ніж {most} файлів.} other {Можна додати не більше ніж {most} файла.}}',
  'objection.file_expired': 'Один із файлів не дочекався надсилання і вилучений. Додайте його ще раз.',
  'objection.answer_missing': 'Дайте відповідь на це запитання.',
  'objection.appeal_missing': 'Заповніть це поле.',
  'objection.appeals_not_taken':
    'Місто більше не приймає тут звернень за законом. Зніміть позначку, і ми приймемо звичайне звернення.',

  'refusal.no_such_move': 'Поки ви працювали, статус звернення змінився, і цю дію вже не виконати.',
  'refusal.not_permitted': 'Цю дію може виконати хтось інший.',
  'refusal.reason_needed': 'Напишіть кілька слів.',
  'refusal.description_short':
    'Опишіть проблему докладніше: щонайменше {least, plural, one {{least} знак} few {{least} знаки} many {{least} знаків} other {{least} знака}}.',
  'refusal.too_many_files':
    '{most, plural, one {Можна додати не більше ніж {most} файл.} few {Можна додати не більше ніж {most} файли.} many {Можна додати не більше ніж {most} файлів.} other {Можна додати не більше ніж {most} файла.}}',
  'refusal.date_not_ahead': 'Оберіть дату в майбутньому.',
  'refusal.date_too_far': 'Відкласти можна не більш як на два роки.',
  'refusal.date_not_later': 'Новий останній день має бути пізнішим за теперішній.',
  'refusal.not_working_day': 'Це неробочий день. Оберіть робочий.',
  'refusal.beyond_longest_term':
    'Разом строк не може перевищувати 45 днів від прийняття до розгляду (Закон «Про звернення громадян», стаття 20).',
  'refusal.term_not_extendable': 'Строк уже не продовжити: він минув або вже найдовший за законом.',
  'refusal.place_missing': 'Поставте точку на мапі або опишіть місце словами.',
  'refusal.place_needed': 'Автор описав місце словами. Поставте точку на мапі, перш ніж прийняти звернення.',
  'refusal.same_organization': 'Звернення вже у цієї організації. Оберіть іншу.',
  'refusal.already_confirmed': 'Ви вже підтвердили, що проблему вирішено.',
  'refusal.reopen_too_late': 'Строк для повторного відкриття минув. Надішліть нове звернення.',
  'refusal.merge_into_itself': 'Звернення не можна об’єднати із самим собою.',
  'refusal.no_such_media': 'Такого фото у звернення немає, або з ним це вже зробили.',
} as const satisfies Record<`objection.${Objection['kind']}` | `refusal.${Refusal['kind']}`, string>
