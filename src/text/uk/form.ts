/** The form of a new report, and the field for photos and videos that other forms share. */
export const form = {
  'form.title': 'Нове звернення',
  'form.description': 'Що сталося, де і як це виглядає: дві хвилини, і звернення в організації, яка відповідає.',
  'form.emergency': 'Комусь загрожує небезпека? Телефонуйте:',
  'form.what': 'Що сталося?',
  'form.what_hint': 'Відкрийте розділ і оберіть проблему.',
  'form.filter': 'Знайти проблему за словом',
  'form.filter_hint': 'Наприклад: яма, люк, ліхтар',
  'form.filter_found': 'Знайдено: {count}',
  'form.filter_none': 'Такого слова немає. Спробуйте інше або перегляньте розділи.',
  'form.chosen': 'Обрано: {category}',
  'form.change_category': 'Обрати іншу проблему',
  'form.closed': 'Звернень тут не приймаємо',
  'form.closed_answers': 'Ви вже відповіли. Якщо це важливо, допишіть до опису:',
  'form.digits': 'Лише цифри',
  'form.where': 'Де?',
  'form.address': 'Адреса або орієнтир',
  'form.address_hint':
    'Наприклад: вул. Шкільна, 12, навпроти другого під’їзду. Досить і одного: слів або точки на мапі.',
  'known.title': 'Можливо, про це вже повідомили',
  'known.lead': 'Якщо це та сама проблема, долучіться: так вона стане помітнішою, а ви дізнаєтеся про відповідь.',
  'known.metres':
    '{metres, plural, =0 {на цьому місці} one {# метр звідси} few {# метри звідси} many {# метрів звідси} other {# метра звідси}}',
  'known.supporters':
    '{count, plural, one {стосується ще # людини} few {стосується ще # людей} many {стосується ще # людей} other {стосується ще # людини}}',
  'known.same': 'Це воно',
  'known.other': 'Ні, інше',
  'known.send': 'Ні, інше — надіслати',
  'form.describe': 'Опишіть',
  'form.words': 'Що не так і чим це шкодить',
  'form.words_hint':
    '{least, plural, one {Щонайменше {least} знак.} few {Щонайменше {least} знаки.} many {Щонайменше {least} знаків.} other {Щонайменше {least} знака.}} Прізвищ, телефонів і номерів квартир не пишіть: опис побачать усі.',
  'form.left': 'Залишилося знаків: {count}',
  'form.over': 'Зайвих знаків: {count}',
  'form.photos': 'Фото або відео',
  'form.name': 'Як вас підписати?',
  'form.name_first': 'Лише ім’ям',
  'form.name_first_as': 'Лише ім’ям: {name}',
  'form.name_hidden': 'Не показувати імені',
  'form.public':
    'Коли модератор прийме звернення, усі побачать, що сталося, де, ваш опис і фото. Прізвища й пошти на сайті не буде.',
  'form.send': 'Надіслати звернення',
  'form.sign_in_next': 'Далі — вхід за кодом із пошти. Усе написане збережеться.',
  'form.saved_here': 'Збережено на цьому пристрої о {time}',
  'form.restore': 'Є чернетка від {time}, якої ви не надіслали.',
  'form.restore_yes': 'Відновити',
  'form.restore_no': 'Видалити чернетку',
  'form.sending': 'Надсилаємо…',
  'form.waiting_files': 'Чекаємо, поки надішлються файли…',
  'form.lacking': 'Немає з’єднання. Щоб звернення зачекало на нього, спершу заповніть: {parts}',
  'form.no_connection': 'Немає з’єднання. Надішлемо, щойно воно з’явиться; сторінку не закривайте.',
  'form.already_sent':
    'Цю форму вже надіслано: звернення № {number}. Щоб надіслати ще одне, перевірте написане і додайте файли.',
  'form.already_sent_link': 'Переглянути звернення № {number}',

  'form.problem.form_made_up': 'Форма застаріла. Перевірте її і надішліть ще раз.',
  'form.problem.category_missing': 'Оберіть, що сталося.',
  'form.problem.point_malformed': 'Точку на мапі не вдалося прочитати. Поставте її ще раз або опишіть місце словами.',
  'form.problem.address_long':
    'Скоротіть адресу: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'form.problem.description_long':
    'Скоротіть опис: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'form.problem.answer_long':
    'Скоротіть відповідь: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'form.problem.answer_not_number': 'Напишіть число цифрами, без слів і крапок.',
  'form.problem.number_wanted': 'Напишіть цифрами: {question}',
  'form.problem.answer_shortened':
    '{question} — скоротіть відповідь: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'form.problem.answer_missing': 'Дайте відповідь: {question}',
  'form.problem.appeal_missing':
    'Для звернення за законом потрібне поле «{part}». Заповніть його або зніміть позначку.',
  'form.problem.appeal_long':
    'Скоротіть: щонайбільше {most, plural, one {{most} знак} few {{most} знаки} many {{most} знаків} other {{most} знака}}.',
  'form.problem.reports_many':
    'За добу можна надіслати {most, plural, one {{most} звернення} few {{most} звернення} many {{most} звернень} other {{most} звернення}}, і ви їх уже надіслали. Це збережено: надішліть його завтра.',

  'files.add': 'Додати фото чи відео',
  'files.take_photo': 'Сфотографувати',
  'files.hint':
    '{most, plural, one {{most} файл} few {До {most} файлів} many {До {most} файлів} other {До {most} файлу}}: фото або відео до хвилини й до 100 МБ. Дані про пристрій і місце зйомки ми прибираємо.',
  'files.list': 'Додані файли',
  'files.photo': 'Фото {index}',
  'files.video': 'Відео {index}',
  'files.remove_photo': 'Прибрати фото {index}',
  'files.remove_video': 'Прибрати відео {index}',
  'files.remove_named': 'Прибрати {name}',
  'files.waiting': 'У черзі',
  'files.preparing': 'Готуємо…',
  'files.shrinking': 'Зменшуємо відео… {percent} %',
  'files.sending': '{percent} %',
  'files.checking': 'Перевіряємо…',
  'files.retrying': 'Немає з’єднання, спробуємо ще',
  'files.done': 'Додано: {name}',
  'files.removed': 'Прибрано: {name}',
  'files.place': 'У фото записано, де його зроблено. Поставити точку там?',
  'files.place_yes': 'Узяти місце з фото',
  'files.place_no': 'Ні',
  'files.place_taken': 'Точку поставлено за фото. Перевірте її на мапі.',

  'files.refused': '«{name}» не додано. {why}',
  'files.problem.not_a_photo_or_video':
    'Це не фото й не відео, які ми можемо показати. Підійдуть JPEG, PNG, WebP, HEIC, MP4, MOV, WebM.',
  'files.problem.file_empty': 'Файл порожній. Якщо він у хмарі, спершу завантажте його на пристрій.',
  'files.problem.file_damaged': 'Файл пошкоджено: його не вдалося відкрити.',
  'files.problem.file_too_large': 'Файл завеликий: можна до {megabytes} МБ.',
  'files.problem.too_many_pixels': 'Фото завелике: забагато пікселів. Збережіть його меншим і додайте ще раз.',
  'files.problem.video_too_long': 'Відео задовге: можна до 60 секунд. Обріжте його і додайте ще раз.',
  'files.problem.media_busy': 'Зараз обробляємо багато файлів, і цей не встигли. Додайте його ще раз за хвилину.',
  'files.problem.too_many_files':
    '{most, plural, one {Можна додати не більше ніж {most} файл.} few {Можна додати не більше ніж {most} файли.} many {Можна додати не більше ніж {most} файлів.} other {Можна додати не більше ніж {most} файла.}}',
  'files.problem.no_room':
    'На сервері зараз немає місця для файлів. Надішліть без цього файлу або додайте його пізніше.',
  'files.problem.too_often': 'З вашої мережі надійшло забагато файлів. Додайте їх за годину; написане збережено.',
  'files.not_kept':
    'На цьому пристрої бракує місця, щоб зберегти файл. Не закривайте сторінку, доки його не надіслано.',
  'files.problem.not_sent': 'Файл не вдалося надіслати. Приберіть його і додайте ще раз.',
  'files.problem.unreadable':
    'Файл не вдалося прочитати: можливо, його видалили, змінили або вийняли карту пам’яті. Додайте його ще раз.',
} as const
