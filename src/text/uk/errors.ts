/** Pages that say something went wrong, each with a way on. */
export const errors = {
  'error.not_found.title': 'Такої сторінки немає',
  'error.not_found.text': 'Можливо, адресу введено з помилкою, або це звернення ще не опубліковано.',
  'error.not_permitted.title': 'Ця сторінка не для вас',
  'error.not_permitted.text': 'Увійдіть під адресою, якій надано доступ, або поверніться на головну.',
  'error.too_many.title': 'Забагато спроб',
  'error.too_many.text':
    '{minutes, plural, one {Спробуйте ще раз за {minutes} хвилину.} few {Спробуйте ще раз за {minutes} хвилини.} many {Спробуйте ще раз за {minutes} хвилин.} other {Спробуйте ще раз за {minutes} хвилини.}}',
  'error.wrong_method.title': 'Так цією адресою не користуються',
  'error.wrong_method.text': 'Поверніться на попередню сторінку і спробуйте ще раз.',
  'error.too_large.title': 'Забагато даних',
  'error.too_large.text': 'Надіслане завелике. Поверніться і додайте менше файлів або коротші відео.',
  'error.not_a_form.title': 'Форму не вдалося прочитати',
  'error.not_a_form.text': 'З’єднання могло перерватися. Поверніться на попередню сторінку: введене там збереглося.',
  'error.foreign.title': 'Запит прийшов з іншого сайту',
  'error.foreign.text':
    'Задля безпеки форми приймаються лише з наших сторінок. Відкрийте сторінку тут і спробуйте ще раз.',
  'error.fault.title': 'Щось зламалося в нас',
  'error.fault.text':
    'Ми вже бачимо цю помилку. Спробуйте ще раз за кілька хвилин; якщо не минеться, назвіть нам номер запиту.',
  'error.request': 'Номер запиту: {id}',
} as const
