/**
 * Letters: Word templates filled with values, and letters made ready to be printed, with a code by
 * which the signed paper is known again. Works inside worker processes, since templates and drafts
 * come from outside.
 */
package org.chancery.ocr.letter;
