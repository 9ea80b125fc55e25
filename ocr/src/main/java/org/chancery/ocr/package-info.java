/**
 * Reads documents: type, text by page, word boxes, confidence, searchable PDF and thumbnail, in
 * worker processes apart from the caller's own. Independent of the rest of the system.
 */
package org.chancery.ocr;
