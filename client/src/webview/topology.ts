// The page of a topology view: shows what the extension sends, and tells it what the user does.
import type { SourcePlace, TopologyDeployment } from '../../../server/src/protocol';
import type { FromPage, PageState, ToPage } from '../topology/messages';
import { Drawing } from './drawing';
import { hearKeys, panByDragging, zoomByWheel } from './gestures';
import { fillList } from './list';
import { makePicture } from './picture';
import './topology.css';
import { Zoom } from './zoom';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
};

const code = acquireVsCodeApi();
const nonce = document.currentScript?.nonce ?? '';
const canvas = element('canvas');
const message = element('message');
const list = element('list');
/** Seen while there is a drawing. */
const shownWithDrawing = [element('bar'), canvas, list];
const zoom = new Zoom(canvas, element('scale'), keepState);
const drawing = new Drawing(canvas, nonce);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data));
document.addEventListener('click', ({ target }) => target instanceof Element && follow(target));
hearKeys(canvas, zoom, follow);
panByDragging(canvas);
zoomByWheel(canvas, zoom);
zoom.restore(code.getState());
keepState();
code.postMessage({ type: 'ready' });

function hear(data: ToPage): void {
  switch (data.type) {
    case 'drawing':
      show(data.svg, data.deployments);
      break;
    case 'nothing':
      message.textContent = data.why;
      for (const it of shownWithDrawing) it.hidden = true;
      message.hidden = false;
      break;
    case 'cursor':
      drawing.mark(data.part);
      break;
    case 'makePicture':
      void makePicture(data.svg).then((bytes) => code.postMessage({ type: 'picture', bytes }));
      break;
  }
}

function show(svg: string, deployments: readonly TopologyDeployment[]): void {
  message.hidden = true;
  for (const it of shownWithDrawing) it.hidden = false;
  drawing.show(svg, deployments);
  zoom.show(drawing.size);
  fillList(list, deployments);
}

/** A click does what it is on: zooms, exports, or leads to a place in the source. */
function follow(target: Element): void {
  const button = target.closest<HTMLElement>('[data-zoom],[data-export],[data-place]');
  const { zoom: step, export: form, place } = button?.dataset ?? {};
  if (step !== undefined) zoom.step(step);
  if (form !== undefined) code.postMessage({ type: 'export', form });
  const found = place === undefined ? drawing.placeAt(target) : (JSON.parse(place) as SourcePlace);
  if (found) code.postMessage({ type: 'open', place: found });
}

function keepState(): void {
  code.setState({ template: document.body.dataset['template'] ?? '', ...zoom.state });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found;
}
