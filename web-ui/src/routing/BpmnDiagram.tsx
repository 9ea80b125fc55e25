import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState } from 'react';
import { Alert } from '../ui/Alert';
import { Icon } from '../ui/Icon';
import './diagram.css';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is used of the drawing's canvas. */
interface Canvas {
  zoom(to?: number | 'fit-viewport', centre?: 'auto'): number;
  viewbox(): Box & { inner: Box; outer: Box };
  viewbox(to: Box): void;
  addMarker(element: string, marker: string): void;
}
interface Elements {
  get(id: string): Box | undefined;
}

/** Smaller than this nobody can read what stands in it. */
const LEGIBLE = 0.8;
const MARGIN = 20;

/** Shows all of it; of one that would be too small to read, the stretch around where one is. */
function show(canvas: Canvas, at: Box | undefined) {
  if (canvas.zoom('fit-viewport', 'auto') >= LEGIBLE) {
    return;
  }
  const { inner, outer } = canvas.viewbox();
  const width = outer.width / LEGIBLE;
  const height = outer.height / LEGIBLE;
  const wanted = at ? at.x + at.width / 2 - width / 2 : inner.x;
  const first = inner.x - MARGIN;
  const last = Math.max(first, inner.x + inner.width + MARGIN - width);
  canvas.viewbox({
    x: Math.min(Math.max(wanted, first), last),
    y: inner.y + inner.height / 2 - height / 2,
    width,
    height,
  });
}

/**
 * A template's diagram, drawn as BPMN 2.0, with where a route stands marked on it. It is a picture: the same is told in
 * words beside it.
 */
export default function BpmnDiagram(props: {
  bpmn: string;
  active: readonly string[];
  visited: readonly string[];
  /** Elements to be pointed at because something is wrong with them. */
  wrong?: readonly string[];
  big?: boolean;
}) {
  const { bpmn } = props;
  const box = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer>(null);
  const [failed, setFailed] = useState(false);
  const marks = JSON.stringify([props.active, props.visited, props.wrong ?? []]);

  useEffect(() => {
    const container = box.current;
    if (!container) {
      return;
    }
    const drawn = new NavigatedViewer({
      container,
      // The wheel scrolls the page; the buttons zoom.
      zoomScroll: { enabled: false },
    });
    viewer.current = drawn;
    let ended = false;
    drawn
      .importXML(bpmn)
      .then(() => {
        if (ended) {
          return;
        }
        const canvas = drawn.get<Canvas>('canvas');
        const elements = drawn.get<Elements>('elementRegistry');
        const [active, visited, wrong] = JSON.parse(marks) as string[][];
        const mark = (ids: string[] | undefined, marker: string) =>
          ids?.filter((id) => elements.get(id)).forEach((id) => canvas.addMarker(id, marker));
        mark(visited, 'bpmn-visited');
        mark(active, 'bpmn-active');
        mark(wrong, 'bpmn-wrong');
        show(canvas, elements.get(active?.[0] ?? wrong?.[0] ?? ''));
        // A picture, told in words elsewhere: nobody needs to hear its labels without their order.
        const svg = container.querySelector('.djs-container svg');
        svg?.setAttribute('aria-hidden', 'true');
        svg?.setAttribute('tabindex', '-1');
      })
      .catch(() => {
        if (!ended) {
          setFailed(true);
        }
      });
    return () => {
      ended = true;
      viewer.current = null;
      drawn.destroy();
    };
  }, [bpmn, marks]);

  const zoom = (by: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    if (canvas) {
      canvas.zoom(by === 0 ? 'fit-viewport' : canvas.zoom() * by, 'auto');
    }
  };

  if (failed) {
    return (
      <Alert kind="warning" title="The diagram could not be drawn">
        What it shows is told in words below.
      </Alert>
    );
  }
  return (
    <div className={props.big ? 'diagram big' : 'diagram'}>
      <div className="diagram-box" ref={box} />
      <div className="diagram-bar">
        <button
          type="button"
          className="icon-button"
          aria-label="Larger diagram"
          onClick={() => zoom(1.25)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Smaller diagram"
          onClick={() => zoom(0.8)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="The whole diagram"
          onClick={() => zoom(0)}
        >
          <Icon name="wide" />
        </button>
      </div>
    </div>
  );
}
