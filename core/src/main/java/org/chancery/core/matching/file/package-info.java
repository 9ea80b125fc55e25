/** Matching of a file of rows on the command line: {@code ./chancery match}. */
package org.chancery.core.matching.file;
