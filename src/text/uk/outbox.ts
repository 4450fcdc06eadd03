/** What waits on a device to be sent. Holes of these are filled in the browser: none has a plural. */
export const outbox = {
  'outbox.title': 'Що чекає надсилання',
  'outbox.waiting': 'Чекає надсилання: {count}',
  'outbox.needs_you': 'Не надіслано, потрібна ваша відповідь: {count}',
  'outbox.kept': 'Збережено на цьому пристрої: надішлемо, щойно з’явиться з’єднання, навіть якщо ви закриєте сторінку.',
  'outbox.sign_in_first':
    'Увійдіть, щоб надіслати збережене тут: {count}. Якщо на цьому пристрої увійде інша людина, його буде видалено.',
  'outbox.leaving':
    'На цьому пристрої є ненадіслане: {count}. Якщо ви вийдете, його буде видалено, щоб не дісталося іншій людині. Вийти?',
  'outbox.dropped': 'Ненадіслане, яке залишила тут інша людина, видалено: {count}.',
  'outbox.written': 'Написано {time}',
  'outbox.written_at': 'Написано {time}, {place}',
  'outbox.state.waiting': 'чекає з’єднання',
  'outbox.state.wifi': 'чекає Wi-Fi',
  'outbox.state.sending': 'надсилається, {percent} %',
  'outbox.state.sent': 'надіслано',
  'outbox.state.sent_number': 'надіслано № {number}',
  'outbox.state.refused': 'не прийнято',
  'outbox.state.sign_in': 'чекає, поки ви увійдете',
  'outbox.unknown_reason': 'Сервер не прийняв. Відкрийте, щоб побачити чому.',
  'outbox.open': 'Відкрити й виправити',
  'outbox.sign_in': 'Увійти',
  'outbox.see': 'Переглянути',
  'outbox.send_now': 'Надіслати зараз',
  'outbox.wifi': 'Фото й відео надсилати лише через Wi-Fi',
  'outbox.drop': 'Видалити',
  'outbox.drop_sure': 'Видалити без надсилання?',
} as const
