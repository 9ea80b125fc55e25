/**
 * From due to gone (requirements R2, R6): the review of case folders, dispositions proposed,
 * approved or rejected, carried out in the background, certified; and the stubs that stay.
 */
package org.chancery.core.disposition;
