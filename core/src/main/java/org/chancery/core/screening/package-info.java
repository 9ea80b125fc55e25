/**
 * Screening of what people write about stakeholders (requirement S3): what is flagged, what an
 * author keeps with a reason, what the privacy officer says of it.
 */
package org.chancery.core.screening;
