import { Uri, type Webview } from 'vscode';

/** The folder of what the page loads, which is all of the extension that it may read. */
export function pageFiles(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'view');
}

/** The page of a topology view. It runs no script but its own, which `nonce` marks, and takes nothing from anywhere else. */
export function pageOf(
  template: string,
  webview: Pick<Webview, 'asWebviewUri' | 'cspSource'>,
  extension: Uri,
  nonce: string,
): string {
  const file = (name: string): string =>
    escapeHtml(webview.asWebviewUri(Uri.joinPath(pageFiles(extension), name)).toString());
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource} 'nonce-${nonce}'; img-src blob:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('topology.css')}">
<title>Topology</title>
</head>
<body data-template="${escapeHtml(template)}">
<main>
<h1 class="unseen">Topology</h1>
<div id="bar" hidden>
<div role="group" aria-label="Size">
<button type="button" data-zoom="out" title="Zoom out (-)" aria-label="Zoom out">−</button>
<output id="scale" aria-label="Size of the drawing"></output>
<button type="button" data-zoom="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
<button type="button" data-zoom="fit" title="Fit the drawing into the view (F)">Fit</button>
</div>
<div role="group" aria-labelledby="save-as">
<span id="save-as">Save as</span>
<button type="button" data-export="svg" title="Save as SVG…">SVG</button>
<button type="button" data-export="png" title="Save as PNG…">PNG</button>
<button type="button" data-export="mermaid" title="Save as Mermaid…">Mermaid</button>
<button type="button" data-export="copy" title="Copy as Mermaid">Copy Mermaid</button>
</div>
</div>
<p id="message" role="status">Drawing…</p>
<div id="canvas" role="region" tabindex="0" aria-label="Drawing. The arrow keys move it, plus and minus zoom, 0 is the full size and F fits it into the view." hidden></div>
<details id="list" hidden>
<summary></summary>
<div></div>
</details>
</main>
<script nonce="${nonce}" src="${file('topology.js')}"></script>
</body>
</html>
`;
}

/** A text that nobody can guess. */
export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text for a quoted attribute of HTML. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
