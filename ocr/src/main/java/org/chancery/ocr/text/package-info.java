/** Type by content, and the text of office, mail and web documents with their attachments. */
package org.chancery.ocr.text;
