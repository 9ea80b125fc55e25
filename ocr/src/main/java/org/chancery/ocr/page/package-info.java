/**
 * One page: its image in native memory, its orientation and skew, its words; and the limits on what
 * is decoded at all. The only package that calls native code.
 */
package org.chancery.ocr.page;
