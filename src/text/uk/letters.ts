/** What letters say. An organization's name is as the city writes it, so sentences keep it in the nominative. */
export const letters = {
  'letter.product': 'Відкрите місто, {city}',
  'letter.about': 'Звернення № {number}',
  'letter.open': 'Відкрити звернення',
  'letter.open_main': 'Відкрити звернення № {main}',

  'letter.author.submitted.subject': '№ {number}: звернення отримано',
  'letter.author.submitted.lead':
    'Дякуємо. Ваше звернення отримано, йому надано № {number}. Зараз його перевіряє модератор, і доки він не завершить, інші мешканці звернення не бачать.',
  'letter.author.submitted.next': 'Від вас поки нічого не потрібно. Ми напишемо, щойно модератор ухвалить рішення.',
  'letter.author.approve.subject': '№ {number}: прийнято до розгляду',
  'letter.author.approve.lead':
    'Ваше звернення прийнято до розгляду. Відповідає за нього {organization}. Відтепер звернення видно всім.',
  'letter.author.reject.subject': '№ {number}: модератор відхилив звернення',
  'letter.author.reject.lead': 'Модератор не прийняв ваше звернення до розгляду. Причина: «{reason}».',
  'letter.author.reject.next':
    'Ви можете доопрацювати звернення і надіслати його ще раз, коли вам зручно. Номер залишиться той самий. Крім вас і модераторів, відхилене звернення ніхто не бачить.',
  'letter.author.reject.open': 'Доопрацювати звернення',
  'letter.author.assign.subject': '№ {number}: передано іншій організації',
  'letter.author.assign.lead': 'За ваше звернення тепер відповідає інша організація — {organization}.',
  'letter.author.start.subject': '№ {number}: узято в роботу',
  'letter.author.start.lead': 'Організація ({organization}) взяла ваше звернення в роботу.',
  'letter.author.ask.subject': '№ {number}: потрібне ваше уточнення',
  'letter.author.ask.lead': 'Щоб працювати далі, організація ({organization}) просить вас відповісти на запитання.',
  'letter.author.ask.next': 'Будь ласка, дайте відповідь на сторінці звернення; до неї можна додати фото.',
  'letter.author.ask.due':
    'Що раніше, то краще: строк, до якого організація має відповісти вам ({due} включно), тим часом не зупиняється.',
  'letter.author.ask.stopped':
    'Що раніше, то краще: доки вашої відповіді немає, строк, до якого має відповісти організація, не йде.',
  'letter.author.ask.open': 'Відповісти на запитання',
  'letter.author.postpone.subject': '№ {number}: відкладено до {until}',
  'letter.author.postpone.lead':
    'Організація ({organization}) відклала роботи за вашим зверненням до {until}. Причина: «{reason}».',
  'letter.author.extend.subject': '№ {number}: строк відповіді продовжено до {until}',
  'letter.author.extend.lead':
    'Організації ({organization}) потрібно більше часу, тож строк відповіді на ваше звернення продовжено до {until} включно. Причина: «{reason}».',
  'letter.author.resolve.subject': '№ {number}: вирішено',
  'letter.author.resolve.lead': 'Організація ({organization}) повідомляє, що проблему вирішено.',
  'letter.author.resolve.next':
    'Подивіться, будь ласка, на результат і скажіть, чи це так. Якщо ні, звернення можна відкрити повторно — не пізніше ніж {until}.',
  'letter.author.resolve.open': 'Переглянути результат',
  'letter.author.decline.subject': '№ {number}: не вирішено',
  'letter.author.decline.lead':
    'Організація ({organization}) повідомляє, що проблему не буде вирішено. Причина: «{reason}».',
  'letter.author.decline.next':
    'Якщо ви не згодні, відкрийте звернення повторно не пізніше ніж {until} і напишіть, з чим саме. Закон України «Про звернення громадян» також дає право оскаржити рішення.',
  'letter.author.merge.subject': '№ {number}: об’єднано зі зверненням № {main}',
  'letter.author.merge.lead':
    'Про цю саму проблему вже є звернення № {main}. Модератор об’єднав ваше звернення з ним, щоб над проблемою працювали разом.',
  'letter.author.merge.next': 'Далі стежте за зверненням № {main}. Від вас зараз нічого не потрібно.',
  'letter.author.separate.subject': '№ {number}: розглядається окремо',
  'letter.author.separate.lead':
    'Модератор роз’єднав ваше звернення з іншим: тепер його розглядають окремо. Відповідає за нього {organization}.',
  'letter.author.reopen.subject': '№ {number}: відкрито повторно',
  'letter.author.reopen.lead': 'Модератор повторно відкрив ваше звернення. Відповідає за нього {organization}.',
  'letter.author.wait': 'Організація має відповісти до {due} включно. Від вас зараз нічого не потрібно.',
  'letter.author.nothing': 'Від вас зараз нічого не потрібно.',
  'letter.author.why':
    'Цей лист надіслано автоматично, бо ви подали звернення № {number} через «Відкрите місто» ({city}). Відповідати на нього не потрібно.',

  'letter.addition.subject': '№ {number}: модератор відхилив ваше доповнення',
  'letter.addition.lead':
    'Модератор відхилив ваше доповнення до звернення, тому його не показано всім. Причина: «{reason}».',
  'letter.addition.next':
    'Організація, яка відповідає за звернення, ваші слова прочитає. Доповнити звернення інакше можна на його сторінці, поки над ним працюють.',
  'letter.addition.yours': 'Ви написали',
  'letter.addition.why':
    'Цей лист надіслано автоматично, бо ви доповнили звернення № {number} у «Відкритому місті» ({city}).',

  'letter.supporter.postpone.subject': '№ {number}: відкладено до {until}',
  'letter.supporter.postpone.lead':
    'Організація ({organization}) відклала роботи за зверненням, яке ви підтримали, до {until}. Причина: «{reason}».',
  'letter.supporter.extend.subject': '№ {number}: строк відповіді продовжено до {until}',
  'letter.supporter.extend.lead':
    'Організації ({organization}) потрібно більше часу, тож строк відповіді на звернення, яке ви підтримали, продовжено до {until} включно. Причина: «{reason}».',
  'letter.supporter.resolve.subject': '№ {number}: вирішено',
  'letter.supporter.resolve.lead':
    'Організація ({organization}) повідомляє, що проблему зі звернення, яке ви підтримали, вирішено.',
  'letter.supporter.decline.subject': '№ {number}: не вирішено',
  'letter.supporter.decline.lead':
    'Організація ({organization}) повідомляє, що проблему зі звернення, яке ви підтримали, не буде вирішено. Причина: «{reason}».',
  'letter.supporter.reopen.subject': '№ {number}: відкрито повторно',
  'letter.supporter.reopen.lead':
    'Звернення, яке ви підтримали, відкрито повторно. Відповідає за нього {organization}.',
  'letter.supporter.merge.subject': '№ {number}: об’єднано зі зверненням № {main}',
  'letter.supporter.merge.lead':
    'Звернення, яке ви підтримали, об’єднано зі зверненням № {main} про ту саму проблему. Далі ми повідомлятимемо вас про нього.',
  'letter.supporter.why':
    'Цей лист надіслано автоматично, бо ви підтримали звернення № {number} у «Відкритому місті» ({city}). Щоб більше не отримувати листів про нього: {stop}',

  'letter.organization.approve.subject': '№ {number}: нове звернення — {category}',
  'letter.organization.approve.lead':
    'Модератор прийняв звернення мешканця до розгляду. Відповідає за нього ваша організація — {organization}.',
  'letter.organization.assign.subject': '№ {number}: вам передано звернення — {category}',
  'letter.organization.assign.lead':
    'За звернення мешканця тепер відповідає ваша організація — {organization}. Досі за нього відповідала інша організація.',
  'letter.organization.taken.subject': '№ {number}: передано іншій організації',
  'letter.organization.taken.lead':
    'Модератор передав звернення № {number} від вас: за нього тепер відповідає інша організація — {organization}.',
  'letter.organization.taken.next': 'Від вас більше нічого не потрібно.',
  'letter.organization.separate.subject': '№ {number}: розглядається окремо — {category}',
  'letter.organization.separate.lead':
    'Модератор роз’єднав звернення з іншим. Відповідає за нього ваша організація — {organization}.',
  'letter.organization.reopen.subject': '№ {number}: відкрито повторно — {category}',
  'letter.organization.reopen.lead':
    'Модератор повторно відкрив звернення. Відповідає за нього ваша організація — {organization}.',
  'letter.organization.reopen.lead_by_author':
    'Автор не згоден із результатом і повторно відкрив звернення. Відповідає за нього ваша організація — {organization}.',
  'letter.organization.answer.subject': '№ {number}: автор відповів на запитання',
  'letter.organization.answer.lead': 'Автор відповів на ваше запитання. Можна працювати далі.',
  'letter.organization.add.subject': '№ {number}: доповнення від мешканця',
  'letter.organization.add.lead':
    'Мешканець доповнив звернення. Модератор цього ще не перевірив, тож інші мешканці доповнення поки не бачать.',
  'letter.organization.merge.subject': '№ {number}: об’єднано зі зверненням № {main}',
  'letter.organization.merge.lead':
    'Модератор об’єднав звернення № {number} зі зверненням № {main}: в обох ідеться про те саме.',
  'letter.organization.withdraw.subject': '№ {number}: автор відкликав звернення',
  'letter.organization.withdraw.lead': 'Автор відкликав звернення № {number}.',
  'letter.organization.next':
    'Дайте відповідь до {due} включно: візьміть звернення в роботу, запитайте уточнення, відкладіть до певної дати, вирішіть або поясніть, чому це неможливо.',
  'letter.organization.appeal':
    'Це звернення за Законом «Про звернення громадян». Прізвище, ім’я, по батькові, місце проживання й пошта заявника — у повідомленні для адресата на сторінці звернення; кожне його відкриття записується.',
  'letter.organization.no_due': 'Строку відповіді звернення зараз не має: подивіться, що з ним сталося відтоді.',
  'letter.organization.next_done': 'Окремої відповіді на звернення № {number} більше не потрібно.',
  'letter.organization.next_passed_on':
    'Відтоді звернення передано іншій організації. Від вас більше нічого не потрібно.',
  'letter.organization.open_desk': 'Відкрити на робочому столі',
  'letter.organization.open_private': 'Відповісти на звернення',
  'letter.organization.private':
    'Посилання діє до {expires} і лише для цього звернення. Пересилайте його тільки тому, хто готує відповідь: за ним відповідають від імені вашої організації, без пароля.',
  'letter.organization.why':
    'Цей лист надіслано автоматично, бо ваша організація відповідає за такі звернення у «Відкритому місті» ({city}). Листів на цю адресу ніхто не читає: відповідь дають на сторінці звернення.',

  'letter.confirm.subject': 'Підтвердьте підписку: «Відкрите місто», {city}',
  'letter.confirm.lead':
    'На сайті «Відкрите місто» ({city}) хтось — сподіваємося, ви — вказав цю адресу, щоб отримувати новини.',
  'letter.confirm.next': 'Щоб підписатися, відкрийте посилання протягом двох днів і підтвердьте.',
  'letter.confirm.open': 'Підтвердити підписку',
  'letter.confirm.what': 'За чим стежити',
  'letter.confirm.why':
    'Якщо ви цього не просили, нічого не робіть: без підтвердження листів не буде, а адресу ми видалимо.',
  'letter.news.one.subject': '№ {number}: {what}',
  'letter.news.several.subject':
    '{city}: {count, plural, one {# новина} few {# новини} many {# новин} other {# новини}} про те, за чим ви стежите',
  'letter.news.several.lead':
    '{count, plural, one {Сталася # новина} few {Сталися # новини} many {Сталося # новин} other {Сталося # новини}} про те, за чим ви стежите.',
  'letter.news.several.more':
    'І ще {count, plural, one {# новина} few {# новини} many {# новин} other {# новини}} — на сайті.',
  'letter.news.item': '№ {number}: {what}',
  'letter.news.postponed': 'Відкладено до {until}, причина: «{reason}»',
  'letter.news.declined': 'Не вирішено, причина: «{reason}»',
  'letter.news.why':
    'Цей лист надіслано автоматично, бо ви стежите у «Відкритому місті» ({city}): {topics}. Змінити або перестати стежити: {page}',
  'letter.reminder.due.subject':
    '№ {number}: {days, plural, =0 {сьогодні останній день для відповіді} one {на відповідь залишився # робочий день} few {на відповідь залишилося # робочі дні} many {на відповідь залишилося # робочих днів} other {на відповідь залишилося # робочого дня}}',
  'letter.reminder.due.lead':
    'Мешканець чекає на відповідь до {due} включно. Відповідає за звернення ваша організація — {organization}.',
  'letter.reminder.due.next':
    'Розкажіть, що зроблено, або поясніть, чому це неможливо. Якщо часу замало, строк можна продовжити або відкласти роботи, поки він не минув, назвавши причину і дату.',
  'letter.reminder.due.next_promised':
    'Цю дату назвала організація, відкладаючи роботи, і перенести її ще раз не можна. Розкажіть, що зроблено, або поясніть, чому це неможливо.',
  'letter.reminder.over.subject':
    '№ {number}: відповідь {days, plural, one {прострочено на # день} few {прострочено на # дні} many {прострочено на # днів} other {прострочено на # дня}}',
  'letter.reminder.over.lead':
    'Строк відповіді на звернення мешканця минув {due}. Відповідає за нього {organization}. Прострочення видно всім на сторінці звернення.',
  'letter.reminder.over.next':
    'Мешканець і далі чекає: дайте відповідь або подбайте, щоб її дали. Відкладати чи продовжувати строк уже запізно.',
  'letter.reminder.why_head':
    'Цей лист надіслано автоматично: місто {city} вказало цю адресу як адресу керівника організації ({organization}). Відповідати на нього не потрібно.',
  'letter.reminder.why_city':
    'Цей лист надіслано автоматично: місто {city} вказало цю адресу для повідомлень про прострочені відповіді. Відповідати на нього не потрібно.',
  'letter.reminder.why_administrator':
    'Цей лист надіслано автоматично: ви адміністратор міста ({city}) і попросили писати вам про прострочені відповіді. Відмовитися можна у «Ваших даних» на своїй сторінці.',

  'letter.digest.subject':
    'Строки тижня: {due, plural, one {# звернення} few {# звернення} many {# звернень} other {# звернення}}{late, plural, =0 {} one {, ще # прострочено} few {, ще # прострочено} many {, ще # прострочено} other {, ще # прострочено}}',
  'letter.digest.lead':
    '{due, plural, =0 {Нових строків цього тижня немає.} one {До кінця тижня треба відповісти на # звернення мешканців.} few {До кінця тижня треба відповісти на # звернення мешканців.} many {До кінця тижня треба відповісти на # звернень мешканців.} other {До кінця тижня треба відповісти на # звернення мешканців.}} {late, plural, =0 {Прострочених немає.} one {Прострочено відповідь на # звернення.} few {Прострочено відповіді на # звернення.} many {Прострочено відповіді на # звернень.} other {Прострочено відповіді на # звернення.}}',
  'letter.digest.next':
    'Найтерміновіші — першими. Усі звернення вашої організації ({organization}) — на робочому столі.',
  'letter.digest.next_by_letter':
    'Найтерміновіші — першими. Відповісти на кожне можна за посиланням з листа про нього, який надходив на цю адресу.',
  'letter.digest.open': 'Відкрити робочий стіл',
  'letter.digest.more_label': 'І ще',
  'letter.digest.more': '{more, plural, one {# звернення} few {# звернення} many {# звернень} other {# звернення}}',

  'letter.by.moderator': 'Модератор',
  'letter.by.author': 'Автор',
  'letter.by.resident': 'Мешканець',
  'letter.by.unnamed': 'відповідальна організація',

  'letter.fact.problem': 'Про що',
  'letter.fact.description': 'Опис',
  'letter.fact.category': 'Категорія',
  'letter.fact.place': 'Місце',
  'letter.fact.point': 'Точка на мапі',
  'letter.fact.media': 'Фото і відео',
  'letter.fact.submitted': 'Надіслано',
  'letter.fact.due': 'Відповісти до',

  'letter.code.subject': 'Код для входу: {code}',
  'letter.code.lead': 'Ваш код для входу у «Відкрите місто»:',
  'letter.code.next':
    'Введіть його на сторінці входу. Код дійсний {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}} і спрацює лише один раз.',
  'letter.code.why':
    'Якщо ви не просили код, нічого не робіть: без нього ніхто не увійде. Нікому не називайте цей код, навіть якщо хтось представляється працівником міста.',

  'letter.new_address.subject': 'Код для нової адреси: {code}',
  'letter.new_address.lead': 'Код, яким ви підтвердите нову адресу пошти у «Відкритому місті»:',
  'letter.new_address.next':
    'Введіть його на сторінці, де змінюєте адресу. Код дійсний {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}} і спрацює лише один раз.',
  'letter.new_address.why':
    'Якщо ви не змінювали адресу, нічого не робіть: без цього коду вашу пошту ні до чого не приєднають. Нікому не називайте цей код, навіть якщо хтось представляється працівником міста.',

  'letter.taken_address.subject': 'На цю адресу вже є обліковий запис',
  'letter.taken_address.lead':
    'Хтось, увійшовши у «Відкрите місто» з іншою поштою, хотів змінити її на цю адресу. На неї вже є обліковий запис, тому нічого не змінилося.',
  'letter.taken_address.next': 'Якщо це були ви, увійдіть із цією адресою: два облікові записи об’єднати не можна.',
  'letter.taken_address.why': 'Якщо це були не ви, нічого не робіть: обліковий запис на цій адресі в безпеці.',

  'letter.old_address.subject': 'Адресу вашої пошти змінено',
  'letter.old_address.lead':
    'У вашому обліковому записі «Відкритого міста» вказано іншу пошту. Листи про ваші звернення і те, за чим ви стежите, тепер ідуть туди, і ввійти можна лише з нею.',
  'letter.old_address.next':
    'Якщо адресу змінили не ви, одразу скажіть про це місту: телефони є на сторінці довідки на його сайті.',
  'letter.old_address.why': 'Це останній лист на цю адресу про ваш обліковий запис.',
} as const
