/**
 * PDF: which pages carry sound text of their own, the image of a page for recognition, and the
 * searchable copy whose images keep their bytes.
 */
package org.chancery.ocr.pdf;
