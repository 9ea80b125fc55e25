import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** Scanned pages are large; this refuses only what no scanner makes. */
const MAX_PIXELS = 300_000_000;

/** Opens a PDF. Pages come in ranges as they are needed; no script and no compiled code of the file is ever run. */
export function openPdf(url: string): pdfjs.PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    url: new URL(url, document.baseURI).href,
    isEvalSupported: false,
    enableXfa: false,
    // The page's own security policy allows no WebAssembly; pdf.js brings decoders in plain JavaScript.
    useWasm: false,
    wasmUrl: new URL(/* @vite-ignore */ './decoders/', import.meta.url).href,
    maxImageSize: MAX_PIXELS,
  });
}

export { TextLayer } from 'pdfjs-dist';
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
