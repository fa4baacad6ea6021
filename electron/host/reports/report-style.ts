/** The style sheet of a report as a file: the looks of the window, and fit for paper. */
export const css = `
:root { color-scheme: light dark; --canvas: #f5f6f7; --surface: #fff; --text: #1a1e22; --secondary: #545d66; --edge: #7c858f; --accent: #0b6670; --hold: #855000; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #131619; --surface: #1b1f23; --text: #e7eaec; --secondary: #a6afb8; --edge: #7b858f; --accent: #74ccd2; --hold: #f0bc5e; }
}
* { box-sizing: border-box; }
body { max-width: 1200px; margin: 0 auto; padding: 24px; background: var(--canvas); color: var(--text); font: 14px/20px system-ui, sans-serif; }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 28px; }
h2 { margin: 0 0 12px; font-size: 14px; line-height: 20px; }
p { margin: 0 0 4px; }
section { margin: 16px 0; padding: 16px; border-radius: 10px; background: var(--surface); break-inside: avoid; }
section > p { margin-top: 8px; }
.quiet { color: var(--secondary); font-size: 12px; line-height: 16px; }
.hold { color: var(--hold); }
.legend svg { vertical-align: -2px; }
.beside { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
.chart { flex: 1 1 380px; min-width: 0; max-width: 560px; }
.chart text { fill: var(--secondary); font: 12px system-ui, sans-serif; }
.scroll { flex: 1 1 360px; min-width: 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th { color: var(--secondary); font-size: 12px; font-weight: 400; text-align: start; vertical-align: bottom; }
th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid color-mix(in srgb, var(--text) 11%, transparent); }
.number { padding-inline: 12px 0; text-align: end; white-space: nowrap; }
.number + :not(.number) { padding-inline-start: 24px; }
#summary + .beside { max-width: 560px; }
.name { overflow-wrap: anywhere; unicode-bidi: isolate; }
.now { fill: var(--accent); }
.before { fill: none; stroke: var(--edge); }
.span { fill: var(--accent); opacity: 0.35; }
.upper { fill: var(--edge); }
.middle { fill: var(--accent); }
.line { stroke: color-mix(in srgb, var(--text) 11%, transparent); }
@media print { body { padding: 0; background: none; } section { border: 1px solid #ccc; } }
`;
