const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const headers = (type) => ({
  'content-type': type,
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

const page = (title, body, script = '/page.js') =>
  `<!doctype html><meta charset=utf-8><title>${title}</title><script src=${script}></script><body>${body}</body>`;

const files = {
  '/': [
    'text/html',
    page(
      'First',
      '<h1>First</h1><input id=field>' +
        '<a id=inside href=/second>inside</a> <a id=outside href=https://example.invalid/page>outside</a>' +
        '<a id=window href=https://example.invalid/window target=_blank>window</a>' +
        '<a id=forbidden href=/forbidden>forbidden</a> <a id=redirect href=/redirect>redirect</a>',
    ),
  ],
  '/second': ['text/html', page('Second', '<h1>Second</h1>')],
  '/forbidden': ['text/html', page('Forbidden', '<h1>Forbidden</h1>')],
  '/inline': ['text/html', page('Inline', '<h1>Inline</h1><script>window.inline = true</script>')],
  '/framed': ['text/html', page('Framed', '<h1>Framed</h1><iframe src=/second></iframe>')],
  '/page.js': [
    'text/javascript',
    'let evaluated; try { evaluated = new Function("return 1")(); } catch (error) { evaluated = error.name; }' +
      'window.evaluated = evaluated;' +
      'window.early = { bridge: typeof window.bridge, worlds: Object.keys(window).filter((name) => /^[sb][0-9a-f]{24}$/.test(name)) };',
  ],
  '/wrong-type.js': ['text/plain', 'window.sniffed = true;'],
};

/** Answers a request of the app's scheme. */
export async function pages(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/redirect')
    return new Response(null, { status: 302, headers: { location: '/forbidden' } });
  if (pathname === '/echo') {
    const body = await request.text();
    return Response.json(
      { method: request.method, url: request.url, body },
      { headers: headers('application/json') },
    );
  }
  if (pathname === '/broken') throw new Error('the handler is broken');
  const file = files[pathname];
  if (!file) return new Response('not found', { status: 404, headers: headers('text/plain') });
  return new Response(file[1], { headers: headers(file[0]) });
}
