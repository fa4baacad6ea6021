/** What a tool of the scripted servers answers: the text of its one block. */
export type Answer = (args: Readonly<Record<string, unknown>>) => string;

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const PEOPLE = ['Ada Brandt', 'Ben Osei', 'Ines Lopes', 'Kofi Mensah', 'Lena Vogt', 'Mira Sato'];
const person = (i: number) => {
  const name = PEOPLE[i % PEOPLE.length] ?? '';
  return {
    id: 1000 + (i % PEOPLE.length),
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@brightwater.example`,
    avatar_url: `https://cdn.brightwater.example/avatars/${1000 + (i % PEOPLE.length)}.png?size=64&v=3`,
    locale: 'en',
    deactivated_at: null,
  };
};

const TITLES = [
  'Login page stays white on slow networks',
  'Password reset mail arrives twice',
  'Cannot log in after changing the e-mail address',
  'Login with a passkey fails on the second device',
  'Session ends while a form is filled in',
  'Single sign-on loops when the clock is wrong',
];

function issues(): string {
  const all = Array.from({ length: 24 }, (_, i) => ({
    id: `TCK-${190 + i * 4}`,
    title: TITLES[i % TITLES.length],
    state: i % 4 === 3 ? 'in_progress' : 'open',
    priority: i === 6 ? 'critical' : ['low', 'medium', 'medium', 'high'][i % 4],
    project: { key: 'TCK', name: 'Shop front', archived: false, parent: null },
    reporter: person(i),
    assignee: i % 3 === 0 ? null : person(i + 2),
    labels: i % 2 === 0 ? ['login'] : [],
    sprint: null,
    epic: null,
    due_on: null,
    resolution: null,
    security_level: null,
    time_estimate: null,
    time_spent: 0,
    attachments: [],
    custom_fields: { customer_tier: null, region: null, found_in: `4.${i % 7}.0`, fixed_in: null },
    created_at: `2026-0${1 + (i % 3)}-${String(3 + i).padStart(2, '0')}T09:12:44.000Z`,
    updated_at: `2026-03-${String(1 + (i % 27)).padStart(2, '0')}T15:40:03.000Z`,
    url: `https://tickets.brightwater.example/browse/TCK-${190 + i * 4}?utm_source=api&utm_medium=search`,
  }));
  return json({ total: all.length, next_cursor: null, warnings: [], issues: all });
}

const messages = (): string =>
  json({
    messages: Array.from({ length: 8 }, (_, i) => ({
      id: `m-${7710 + i}`,
      thread_id: `t-${5500 + i}`,
      from: person(i + 2),
      to: [person(0)],
      cc: [],
      bcc: null,
      subject: i === 2 ? 'Invoice 2026-118 for the pallets' : `Re: delivery in week ${9 + i}`,
      snippet:
        i === 2
          ? 'Dear Ada, please find the invoice for the pallets of last month…'
          : 'Thanks, that works for us. See you then.',
      labels: [],
      has_attachments: i === 2,
      received_at: `2026-03-1${i}T08:0${i}:00Z`,
      spam_score: null,
      flagged: null,
    })),
    next_cursor: null,
  });

const STYLE =
  'font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:21px;color:#33373d;margin:0;padding:0';
const PIXEL = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAA'.repeat(24)}`;

const message = (): string =>
  json({
    id: 'm-7712',
    subject: 'Invoice 2026-118 for the pallets',
    from: person(2),
    to: [person(0)],
    cc: [],
    in_reply_to: null,
    body_html: `<html><head><style>.x{mso-table-lspace:0pt;mso-table-rspace:0pt}a{color:#0b6670}</style></head><body style="${STYLE}"><table width="600" cellpadding="0" cellspacing="0" role="presentation"><tr><td style="${STYLE}"><img src="${PIXEL}" width="180" alt="Brightwater"></td></tr><tr><td style="${STYLE}"><p style="${STYLE}">Dear Ada,</p><p style="${STYLE}">please find below the invoice for the pallets of last month. The sum is <strong>1,284.50 EUR</strong>, due on 14 April 2026.</p><p style="${STYLE}"><a href="https://pay.brightwater.example/i/2026-118?utm_source=mail&amp;utm_campaign=invoice&amp;mc_eid=9b1f2c77aa">Pay online</a></p></td></tr>${`<tr><td height="20" style="${STYLE}">&nbsp;</td></tr>`.repeat(12)}<tr><td style="${STYLE}"><small>Brightwater Ltd, 4 Harbour Road. You get this mail because you are a customer. <a href="https://mail.brightwater.example/unsubscribe?u=99&amp;utm_source=footer">Unsubscribe</a></small></td></tr></table><img src="https://track.brightwater.example/o.gif?m=7712&amp;mc_cid=118" width="1" height="1" style="display:none"></body></html>`,
    attachments: [{ name: 'invoice-2026-118.pdf', size: 48_211, content_id: null }],
    headers: { 'x-spam': null, 'list-id': null },
  });

const CUSTOMERS = [
  'Brightwater Ltd',
  'A. Okafor',
  'Maison Lenoir',
  'Hartmann & Sons',
  'Nilsson AB',
  'Café Azul',
  'J. Tan',
];

const orders = (): string =>
  json({
    orders: Array.from({ length: 180 }, (_, i) => ({
      id: 48_210 + i,
      customer: i === 77 ? 'Maison Lenoir' : CUSTOMERS[(i * 5) % CUSTOMERS.length],
      country: ['DE', 'FR', 'SE', 'ES'][i % 4],
      placed_at: `2026-03-${String(1 + Math.floor(i / 6)).padStart(2, '0')}T1${i % 10}:2${i % 6}:00Z`,
      status: ['paid', 'shipped', 'shipped', 'returned'][i % 4],
      items: 1 + (i % 5),
      total: i === 77 ? 9_412.8 : Math.round(4000 + 17_310 * ((i * 29) % 41)) / 100,
      currency: 'EUR',
      discount: null,
      note: null,
    })),
  });

const MENU = [
  'Visit',
  'Tickets',
  'Exhibitions',
  'Collection',
  'Research',
  'Members',
  'Shop',
  'Press',
  'Jobs',
  'About',
];

function page(title: string, body: string): string {
  const links = MENU.map(
    (name) =>
      `<li class="nav__item nav__item--level-1"><a class="nav__link js-track" data-track="nav:${name.toLowerCase()}" href="https://museum.example/${name.toLowerCase()}?utm_source=site&utm_medium=nav&utm_campaign=spring&fbclid=IwAR0${name}x8Yq">${name}</a></li>`,
  ).join('\n        ');
  return `<!doctype html>
<html lang="en" class="no-js theme-light">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} | Harbour Museum</title>
  <link rel="stylesheet" href="/assets/build/site.4f2a9c.css"><link rel="preload" as="font" href="/assets/fonts/grotesk.woff2" crossorigin>
  <style>:root{--ink:#1a1e22;--paper:#fff}.hero{display:grid;grid-template-columns:repeat(12,1fr);gap:24px}.hero__title{grid-column:1/8;font-size:clamp(2rem,5vw,4rem)}.card{border:1px solid #ddd;border-radius:8px;padding:16px}</style>
  <script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-0000000000',{anonymize_ip:true,page_title:document.title});</script>
  <script type="application/ld+json">{"@context":"https://schema.org","@type":"Museum","name":"Harbour Museum","url":"https://museum.example"}</script>
</head>
<body class="page page--content">
  <div class="cookie" role="dialog" aria-label="Cookies" hidden><p>We use cookies to make this site work and to count visits.</p><button class="button button--primary js-accept">Accept all</button><button class="button">Only necessary ones</button></div>
  <header class="header"><a href="/" class="header__logo"><img src="${PIXEL}" alt="Harbour Museum" width="160" height="40"></a>
    <nav class="nav" aria-label="Main"><ul class="nav__list">
        ${links}
    </ul></nav></header>
  <main id="content" class="content">
${body}
  </main>
  <footer class="footer"><div class="footer__grid">${MENU.map((name) => `<div class="footer__column"><h4 class="footer__heading">${name}</h4><ul><li><a href="https://museum.example/${name.toLowerCase()}/more?utm_source=footer">More about ${name.toLowerCase()}</a></li><li><a href="https://museum.example/${name.toLowerCase()}/contact?utm_source=footer">Contact</a></li></ul></div>`).join('')}</div>
    <p class="footer__legal">Harbour Museum Foundation, 1 Quay Street. <a href="/imprint?utm_source=footer">Imprint</a> <a href="/privacy?utm_source=footer">Privacy</a></p></footer>
  <script src="/assets/build/vendor.77ab01.js" defer></script><script src="/assets/build/site.91c0de.js" defer></script>
  <script>(function(w,d){var s=d.createElement('script');s.async=1;s.src='https://stats.example/t.js?id=4711';d.head.appendChild(s)})(window,document);</script>
</body></html>`;
}

const PAGES: Readonly<Record<string, string>> = {
  hours: page(
    'Opening hours',
    `<h1>Opening hours</h1><p>The museum is open from Tuesday to Sunday. Last entry is 45 minutes before closing.</p>
<table class="table table--striped"><thead><tr><th scope="col">Day</th><th scope="col">Hours</th></tr></thead><tbody>${['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day) => `<tr class="table__row"><td class="table__cell">${day}</td><td class="table__cell">10:00&ndash;${day === 'Friday' ? '21:00' : '18:00'}</td></tr>`).join('')}</tbody></table><p>Closed on Mondays, on 24 December and on 1 January.</p>`,
  ),
  tickets: page(
    'Tickets',
    `<h1>Tickets</h1><div class="hero">${[
      ['Adults', '14'],
      ['Students', '9'],
      ['Under 18', '0'],
      ['Family', '31'],
    ]
      .map(
        ([who, price]) =>
          `<div class="card"><h3 class="card__title">${who}</h3><p class="card__price"><span class="currency">&euro;</span>&nbsp;${price}</p><a class="button button--primary" href="https://shop.museum.example/tickets/${who?.toLowerCase()}?utm_source=site&utm_medium=card&gclid=Cj0KCQ">Book</a></div>`,
      )
      .join('')}</div><p>Groups of ten or more pay 11 euro each.</p>`,
  ),
  visit: page(
    'Getting here',
    `<h1>Getting here</h1><p>Take tram 7 to <em>Old Lighthouse</em>, from where it is four minutes on foot.</p><h2>By car</h2><p>There is no car park; the nearest garage is in Quay Street.</p><h2>Step-free access</h2><p>The entrance in Rope Walk has a lift to all floors.</p>`,
  ),
};

const events = (who: string): string =>
  json({
    calendar: { id: who, time_zone: 'Europe/Berlin', color: null },
    events: Array.from({ length: 14 }, (_, i) => ({
      id: `e-${i}-${who.length}`,
      title: ['Stand-up', 'Planning', 'Call with a customer', 'Review', 'Focus time'][i % 5],
      start: `2026-04-0${6 + Math.floor(i / 4)}T${String(9 + ((i * (who.startsWith('ada') ? 2 : 3)) % 8)).padStart(2, '0')}:00:00+02:00`,
      end: `2026-04-0${6 + Math.floor(i / 4)}T${String(10 + ((i * (who.startsWith('ada') ? 2 : 3)) % 8)).padStart(2, '0')}:00:00+02:00`,
      location: null,
      description: null,
      guests: [],
      recurrence: null,
      organizer: person(i),
      video_url: i % 2 === 0 ? `https://meet.brightwater.example/r/${4000 + i}?utm_source=calendar` : null,
      reminders: [],
      visibility: null,
    })),
  });

function jobLog(): string {
  const lines = Array.from({ length: 420 }, (_, i) => {
    const at = `2026-03-27T07:${String(10 + Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}.${String((i * 137) % 1000).padStart(3, '0')}Z`;
    if (i === 361) return `${at} error: src/cart/total.ts:88:14 expected ";" but found "return"`;
    if (i === 362) return `${at} error: build failed at commit 5be01c9 (Round totals before tax)`;
    return `${at} [${i % 3 === 0 ? 'webpack' : 'tsc'}] processed module ${i} of 420: ./src/${['cart', 'login', 'search', 'admin'][i % 4]}/part-${i}.ts (${(i * 53) % 900} ms)`;
  });
  return lines.join('\n');
}

/** What each tool answers that the tasks call; every other says that it is done. */
export const answers: Readonly<Record<string, Answer>> = {
  'tickets search_issues': issues,
  'tickets get_issue': () =>
    json({
      id: 'TCK-214',
      title: TITLES[0],
      priority: 'critical',
      description:
        'Customers on slow networks see a white page for twenty seconds, because the bundle of the admin pages is loaded first.',
      comments: [],
      attachments: [],
      sprint: null,
    }),
  'mail search_messages': messages,
  'mail read_message': message,
  'shop list_orders': orders,
  'web fetch_page': ({ url }) =>
    PAGES[textOf(url).split('/').at(-1) ?? ''] ?? page('Not found', '<h1>Not found</h1>'),
  'calendar list_events': ({ calendar_id: id }) => events(textOf(id)),
  'calendar find_free_time': () =>
    json({ slots: [{ start: '2026-04-07T14:00:00+02:00', end: '2026-04-07T15:00:00+02:00' }], busy: null }),
  'calendar create_event': () =>
    json({ id: 'e-new', status: 'confirmed', start: '2026-04-07T14:00:00+02:00' }),
  'code list_workflow_runs': () =>
    json({
      runs: Array.from({ length: 12 }, (_, i) => ({
        id: 90_100 + i,
        name: 'build',
        branch: 'main',
        status: i === 1 ? 'failure' : 'success',
        actor: person(i),
        sha: i === 1 ? '5be01c9' : `${(7_340_033 + i * 911).toString(16)}`,
        jobs: ['compile', 'test'],
        html_url: `https://code.brightwater.example/shop/front/runs/${90_100 + i}?utm_source=api`,
        pull_request: null,
        previous_attempt: null,
      })),
      next_cursor: null,
    }),
  'code get_job_log': jobLog,
  'code get_commit': () =>
    json({
      sha: '5be01c9',
      message: 'Round totals before tax',
      author: person(3),
      committer: person(3),
      verified: null,
      files: [
        {
          path: 'src/cart/total.ts',
          additions: 6,
          deletions: 2,
          patch:
            '@@ -84,7 +84,9 @@\n-  const total = net + tax\n+  const rounded = round(net)\n+  const total = rounded + tax',
        },
      ],
    }),
};
