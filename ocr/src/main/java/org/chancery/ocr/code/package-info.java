/** Codes on paper (QR, ISO/IEC 18004): found on page images, and drawn. */
package org.chancery.ocr.code;
