package org.chancery.ocr.text;

/**
 * A file found inside a document.
 *
 * @param name as the document gives it
 * @param file where it was unpacked
 */
public record Attachment(String name, String file) {}
