package org.chancery.archive.bag;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a check has found in a bag.
 *
 * @param files every regular file by its path relative to the bag, with its size in bytes
 * @param emptyFolders folders without any entry, by path
 * @param sha256 the SHA-256 that the payload manifest gives, by path; empty without such a manifest
 * @param tagFiles the tag files whose checksum a tag manifest holds, as far as they were right
 */
public record BagContents(
    SortedMap<String, Long> files,
    List<String> emptyFolders,
    Map<String, String> sha256,
    List<String> tagFiles) {}
