package org.chancery.core.intake;

/**
 * Why something is as it is.
 *
 * @param code for programs
 * @param explanation what it means and what can be done, for a person
 */
public record Reason(String code, String explanation) {}
