import type { NodeKind } from '../../../domain/graph/graph';

/** The class of every drawing. VS Code's view sets the colours anew for it, and adds `light` to a copy that must not follow what the user has set. */
export const drawingClass = 'pelint-topology';

/** The colour of a kind's stripe, by the family that the kind belongs to. The caption says the kind itself. */
export const families: Readonly<Record<NodeKind, 'target' | 'endpoint' | 'network' | 'zone' | 'resolver'>> = {
  vault: 'target',
  service: 'target',
  keyVault: 'target',
  endpoint: 'endpoint',
  zoneGroup: 'zone',
  zone: 'zone',
  zoneLink: 'zone',
  subnet: 'network',
  network: 'network',
  dnsServer: 'resolver',
  dnsResolver: 'resolver',
  forwardingRuleset: 'resolver',
  firewall: 'resolver',
};

const light = `--ground:#ffffff;--box:#f6f8fa;--text:#1f2328;--muted:#57606a;--line:#6e7781;--border:#afb8c1;
--target:#0969da;--endpoint:#8250df;--network:#1a7f37;--zone:#9a6700;--resolver:#bf3989;
--error:#cf222e;--warning:#8a5a00;--info:#0969da;`;

const dark = `--ground:#1f1f1f;--box:#2a2d31;--text:#e6edf3;--muted:#a9b4c0;--line:#8b949e;--border:#57606a;
--target:#58a6ff;--endpoint:#bc8cff;--network:#56d364;--zone:#e3b341;--resolver:#f778ba;
--error:#ff7b72;--warning:#e3b341;--info:#79c0ff;`;

const contrast = `--ground:Canvas;--box:Canvas;--text:CanvasText;--muted:CanvasText;--line:CanvasText;--border:CanvasText;
--error:CanvasText;--warning:CanvasText;--info:CanvasText;`;

const svg = `.${drawingClass}`;

/** The drawing's style sheet. Fonts are those of the machine, the widest of which the texts are measured for. */
export const styleSheet = `${svg}{${light}font-family:"Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;}
@media (prefers-color-scheme:dark){${svg}:not(.light){${dark}}}
@media (forced-colors:active){${svg}:not(.light){${contrast}}}
${svg} .ground{fill:var(--ground)}
${svg} .box{fill:var(--box);stroke:var(--border);stroke-width:1}
${svg} .existing .box,${svg} .named .box{stroke-dasharray:5 3;fill:var(--ground)}
${svg} .conditional .box{stroke-dasharray:9 3}
${svg} .has-error .box{stroke:var(--error);stroke-width:2}
${svg} .has-warning .box{stroke:var(--warning);stroke-width:2}
${svg} .has-info .box{stroke:var(--info);stroke-width:2}
${['target', 'endpoint', 'network', 'zone', 'resolver'].map((it) => `${svg} .${it} .stripe{fill:var(--${it})}`).join('\n')}
${svg} text{fill:var(--text);font-size:11px}
${svg} .caption,${svg} .edge-label{fill:var(--muted)}
${svg} .name{font-size:13px;font-weight:600}
${svg} .heading{font-size:15px;font-weight:600}
${['error', 'warning', 'info'].map((it) => `${svg} text.${it}{fill:var(--${it});font-weight:600}\n${svg} .symbol.${it}{fill:var(--${it})}`).join('\n')}
${svg} .mark{fill:none;stroke:var(--box);stroke-width:1.6;stroke-linecap:round}
${svg} .edge{fill:none;stroke:var(--line);stroke-width:1.3}
${svg} .tip{fill:var(--line)}
${svg} .edge-label{text-anchor:middle}
`;
