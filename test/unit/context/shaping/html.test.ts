import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHtml } from '../../../../electron/context/shaping/html/is-html.ts';
import { toMarkdown } from '../../../../electron/context/shaping/html/to-markdown.ts';

const FILLER =
  '<script>var filler = "so that Markdown is shorter than the page in any case";</script>'.repeat(4);
const md = (html: string): string | undefined => toMarkdown(`${FILLER}${html}`);

describe('what a page says, as Markdown', () => {
  test.each([
    ['<h2>A <em>b</em></h2><p>c', '## A *b*\n\nc'],
    ['<p>a <b> bold </b>word</p>', 'a **bold** word'],
    ['<p>a<br>b</p><div>c</div><div>d</div>', 'a\nb\n\nc\nd'],
    ['<ul><li>a<li>b<ol start=7><li>c<li>d</ol></ul>e', '- a\n- b\n  7. c\n  8. d\n\ne'],
    ['<a href="/x?a=1&amp;b=2">y</a>', '[y](/x?a=1&b=2)'],
    ['<a href="/x"><h3>Card</h3> <p>text</p></a>', '[Card text](/x)'],
    ['<a href="/x" aria-label="Menu"></a>', '[Menu](/x)'],
    [
      '<a href="#top">Top</a> <a href="javascript:a()">Run</a> <a href=" data:text/html,x">D</a>',
      'Top Run D',
    ],
    ['<img src=a alt="A cat"><img src=b>', '![A cat]'],
    ['<pre><code class="hljs language-ts">a &lt; b\n  c</code></pre>', '```ts\na < b\n  c\n```'],
    ['<pre>a\n```\nb</pre>', '````\na\n```\nb\n````'],
    ['<p>Use <code>a`b</code>', 'Use ``a`b``'],
    ['<blockquote><p>a</p></blockquote><hr>b', '> a\n\n---\n\nb'],
    [
      '<table><tr> <th>A</th> <th>B</th></tr><tr><td>1|2</td><td></td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1\\|2 |  |',
    ],
    [
      '<table><tr><td>l</td><td>r<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
      'l\nr\n\n| a | b |\n| --- | --- |',
    ],
    ['<title>T</title><body>x', '# T\n\nx'],
    ['a&nbsp;&amp; b &copy; &#x1F600;', 'a & b © 😀'],
  ])('%s', (html, wanted) => {
    expect(md(html)).toBe(wanted);
  });

  test('has nothing in it that a person does not see', () => {
    const unseen = [
      '<script>UNSEEN</script>',
      '<style>UNSEEN</style>',
      '<noscript><p>UNSEEN</noscript>',
      '<template><div>UNSEEN</div></template>',
      '<div hidden><p>UNSEEN</div>',
      '<div style="color:red; DISPLAY : none"><b>UNSEEN</b></div>',
      '<p style="visibility:hidden">UNSEEN</p>',
      '<span aria-hidden="true">UNSEEN</span>',
      '<!-- UNSEEN -->',
      '<svg><text>UNSEEN</text></svg>',
      '<iframe>UNSEEN</iframe>',
      '<img hidden alt="UNSEEN">',
    ].join('');
    expect(md(`<p>a</p>${unseen}<p>b</p>`)).toBe('a\n\nb');
  });

  test('does not let its words become markup', () => {
    expect(md('<p>&lt;script&gt; &lt;!doctype html> a &lt; b')).toBe(
      String.raw`\<script> \<!doctype html> a \< b`,
    );
    expect(md('<a href="https://good.example">x](https://evil.example) [y</a>')).toBe(
      String.raw`[x\](https://evil.example) \[y](https://good.example)`,
    );
    expect(md('<a href="https://a.example/) [x](https://b.example">y</a>')).toBe(
      '[y](https://a.example/%29%20%5Bx%5D%28https://b.example)',
    );
    expect(md('<img alt="a](b) <script>">')).toBe(String.raw`![a\](b) \<script>]`);
  });

  test('is left alone when it is deep, empty, a template, or would grow', () => {
    expect(md('<div>'.repeat(300))).toBeUndefined();
    expect(md('<b><i>'.repeat(300_000))).toBeUndefined();
    expect(md('<div id=app></div>')).toBeUndefined();
    expect(md('<p>{{ user.name }}</p>')).toBeUndefined();
    expect(toMarkdown(`<ul>${'<li>x'.repeat(1_000)}</ul>`)).toBe(
      Array.from({ length: 1_000 }, () => '- x').join('\n'),
    );
    expect(toMarkdown(`${'<ul>'.repeat(100)}${'<li>x'.repeat(100_000)}`)).toBeUndefined();
    expect(toMarkdown('<p>x')).toBe('x');
    expect(toMarkdown('x')).toBeUndefined();
  });

  test('never throws, never grows, and is no page itself, whatever the tags are', () => {
    const tag = fc.constantFrom(
      ...'table,tr,td,ul,li,a href=/x,b,em,pre,code,h1,h2,p,div,blockquote,form,svg,title,br,img alt=y,span hidden,template,option'
        .split(',')
        .flatMap((name) => [`<${name}>`, `</${name.split(' ')[0]}>`]),
    );
    const word = fc.constantFrom(
      'a',
      ' ',
      'b c',
      '&lt;',
      '&lt;p&gt;',
      '`',
      '|',
      '\n',
      '&#0;',
      '\ud800',
      '<',
      '</',
      '<!',
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, word), { maxLength: 60 }), (parts) => {
        const html = `<html>${FILLER}${parts.join('')}`;
        const markdown = toMarkdown(html);
        if (markdown === undefined) return;
        read++;
        expect(markdown.length).toBeLessThan(html.length);
        expect(findHtml(markdown)).toBeUndefined();
        expect(markdown).not.toContain('filler');
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(1_000);
  });
});

describe('what is a page', () => {
  const body = '<p>Hello</p>'.repeat(20);

  test.each([
    ['<!DOCTYPE html><html><body>x', 0],
    ['\uFEFF\n <!-- saved -->\n<!doctype HTML PUBLIC "x">', 0],
    ['<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>', 0],
    ['<HTML lang=en>', 0],
    [`<div class="a">${body}</div>`, 0],
    [`<TABLE>${'<TR><TD>x</TD></TR>'.repeat(9)}</TABLE>`, 0],
    [
      "Here is the raw content, which can't be simplified:\nContents of https://a.example/:\n<!doctype html><p>x</html>\n",
      84,
    ],
  ])('%s', (text, start) => {
    expect(findHtml(text)?.start).toBe(start);
  });

  test.each([
    ['plain words', 'a < b and <b>c</b>'],
    ['Markdown with tags', `<p align="center"><img src=x></p>\n\n# Title\n\n${body}`],
    ['Markdown that shows a page', 'So:\n```html\n<!doctype html>\n<html></html>\n```\n'],
    ['Markdown with a link', `<div>${body}[a](b)</div>`],
    [
      'a feed',
      `<?xml version="1.0"?><rss><channel>${'<item><title>a</title></item>'.repeat(20)}</channel></rss>`,
    ],
    ['a picture', `<svg xmlns="x">${'<g><title>a</title></g>'.repeat(20)}</svg>`],
    ['XML with names of pages', `<section><para>x</para>${body}</section>`],
    ['JSX', `<div className="a">${body}</div>`],
    ['JSX with values', `<div id={a}>${body}</div>`],
    ['a component', `<template><div>${body}</div></template>`],
    ['capitals of components', `<div>${body}<Button>x</Button></div>`],
    ['PHP', `<!doctype html><html><?php echo 1 ?></html>`],
    ['a program', 'const page = `\n<!doctype html>\n<html></html>\n'],
    ['a tag that begins like html', '<htmlx>'],
    ['another doctype', '<!DOCTYPE plist PUBLIC "x">'],
    ['few tags', '<p>a</p>'],
    ['JSON', `{"html":"<!doctype html>"}`],
  ])('%s is none', (_, text) => {
    expect(findHtml(text)).toBeUndefined();
  });
});
