package org.chancery.ocr;

/** Told while a document is being read. */
@FunctionalInterface
public interface Progress {
  /** Pages done so far, of all. */
  void pages(int done, int of);
}
