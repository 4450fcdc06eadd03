/** What waits on a device to be sent. Holes of these are filled in the browser: none has a plural. */
export const outbox = {
  'outbox.title': 'Що чекає надсилання',
  'outbox.waiting': 'Чекає надсилання: {count}',
  'outbox.needs_you': 'Не надіслано, потрібна ваша відповідь: {count}',
  'outbox.kept':
    'Немає з’єднання. Збережено на цьому пристрої: надішлемо, щойно з’єднання з’явиться, навіть якщо ви закриєте сторінку.',
  'outbox.written': 'Написано {time}',
  'outbox.written_at': 'Написано {time}, {place}',
  'outbox.state.waiting': 'чекає з’єднання',
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
  'outbox.drop': 'Видалити',
  'outbox.drop_sure': 'Видалити без надсилання?',
} as const
