package org.chancery.archive.format;

import java.util.List;

/**
 * A row of the list.
 *
 * @param id NARA's identifier, such as NF00170
 * @param name of the format
 * @param extensions in lower case, without the period
 * @param pronom identifier in the PRONOM registry, such as fmt/278; empty when it has none
 * @param mediaTypes in lower case
 * @param categories NARA's record categories
 * @param risk low, moderate or high
 * @param preservation what NARA does with such files: retain, transform, …
 * @param guidance preferred or acceptable in transfers; empty when its guidance has neither
 * @param family formats that are alike in a transfer, such as pdf-a; empty for most
 * @param decision what we do with files of this format, whatever the record
 */
public record Format(
    String id,
    String name,
    List<String> extensions,
    String pronom,
    List<String> mediaTypes,
    List<String> categories,
    String risk,
    String preservation,
    String guidance,
    String family,
    Decision decision) {}
