package org.chancery.core.screening;

/**
 * That an author keeps what was flagged.
 *
 * @param flag which kind
 * @param reason why it has to be kept
 */
public record Confirmation(String flag, String reason) {}
