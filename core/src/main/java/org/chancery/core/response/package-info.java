/**
 * The answer to a letter and the end of a case file's work: drafts written from letter templates,
 * compared, printed for signature and known again when they come back on paper; dispatches
 * accounted for; files closed and opened again (requirements C12, P14, R4).
 */
package org.chancery.core.response;
