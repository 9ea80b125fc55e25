package org.chancery.core.erasure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.repository.Node;

/**
 * What erasing a person would do, as far as whoever asks may see it.
 *
 * @param person the entry
 * @param may whether whoever asks may order it
 * @param held why it is not done now: something of it is under a hold
 * @param goes what goes, and how much of each
 * @param mentions to be decided on
 * @param stays letters that stay
 */
public record Preview(
    Node person,
    boolean may,
    Optional<String> held,
    Map<String, Integer> goes,
    List<Mention> mentions,
    List<Letters.Stay> stays) {}
