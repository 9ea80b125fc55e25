/** Image files: pages, sizes known before decoding, and gray page images for recognition. */
package org.chancery.ocr.image;
