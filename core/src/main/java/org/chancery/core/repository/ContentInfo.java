package org.chancery.core.repository;

/**
 * What is known of a stored stream.
 *
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 * @param mediaType such as {@code application/pdf}
 */
public record ContentInfo(String sha256, long size, String mediaType) {}
