/** Pages that say something went wrong, each with a way on. */
export const errors = {
  'error.not_found.title': 'Такої сторінки немає',
  'error.not_found.text': 'Можливо, адресу введено з помилкою.',
  'error.not_found.report': 'Можливо, адресу введено з помилкою, або це звернення ще не опубліковано.',
  'error.not_found.yours': 'Якщо це ваше звернення, увійдіть',
  'error.not_permitted.title': 'Ця сторінка не для вас',
  'error.not_permitted.as': 'Ви увійшли як {email}, а доступ сюди має інша адреса.',
  'error.not_permitted.other': 'Увійти під іншою адресою',
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
  'error.unknown_filter.title': 'Такої умови немає',
  'error.unknown_filter.text': 'Значення цих параметрів адреси не розпізнано: {parameters}.',
  'error.no_room.title': 'Зараз бракує місця для файлів',
  'error.no_room.text':
    'Поверніться на попередню сторінку: введене там збереглося. Надішліть без фото й відео або спробуйте пізніше.',
  'error.foreign.title': 'Запит прийшов з іншого сайту',
  'error.foreign.text':
    'Задля безпеки форми приймаються лише з наших сторінок. Відкрийте сторінку тут і спробуйте ще раз.',
  'error.another_person.title': 'Це написала інша людина',
  'error.another_person.text': 'Увійдіть як та людина, що писала, і надішліть ще раз.',
  'error.paused.title': 'Сервіс ненадовго призупинено',
  'error.paused.text':
    'Зараз ми не можемо дістатися до даних. Спробуйте ще раз за хвилину. Якщо ви надсилали форму, надішліть її знову: двічі вона не збережеться.',
  'error.fault.title': 'Щось зламалося в нас',
  'error.fault.text':
    'Ми вже бачимо цю помилку. Спробуйте ще раз за кілька хвилин; якщо не минеться, назвіть нам номер запиту.',
  'error.request': 'Номер запиту: {id}',
} as const
