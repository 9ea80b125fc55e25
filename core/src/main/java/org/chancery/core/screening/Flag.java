package org.chancery.core.screening;

/**
 * Words that should rather not be kept.
 *
 * @param flag what kind of information they are, as the model lists them
 * @param from index of the first character
 * @param to index after the last character
 * @param words the words themselves
 */
public record Flag(String flag, int from, int to, String words) {}
