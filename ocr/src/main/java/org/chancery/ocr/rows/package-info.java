/**
 * Files to import, read into rows: comma-separated values, workbooks, address cards and calendars.
 * What a row means is not known here, only what it says.
 */
package org.chancery.ocr.rows;
