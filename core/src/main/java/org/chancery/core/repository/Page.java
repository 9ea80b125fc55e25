package org.chancery.core.repository;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a listing.
 *
 * @param items in the listing's order
 * @param cursor hand it back to get the next page; empty on the last. Opaque.
 */
public record Page<T>(List<T> items, Optional<String> cursor) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** The same page with every item turned into another. */
  public <R> Page<R> map(Function<? super T, ? extends R> turn) {
    return new Page<>(items.stream().<R>map(turn).toList(), cursor);
  }
}
