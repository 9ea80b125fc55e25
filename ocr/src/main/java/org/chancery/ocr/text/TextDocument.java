package org.chancery.ocr.text;

import java.util.List;

/**
 * The text of a document without page images.
 *
 * @param pages parted where the document itself parts them
 * @param attachments unpacked files, not yet read
 * @param warnings for the clerk
 * @param mail what its header says; null for what is no mail
 */
public record TextDocument(
    List<String> pages, List<Attachment> attachments, List<String> warnings, MailHeader mail) {}
