package org.chancery.alfresco.web;

import java.util.Optional;
import org.chancery.core.http.Address;

/** Where the platform serves the API. */
final class Base {
  private static final String PATH = "/chancery/v1";

  private Base() {}

  /**
   * The address below it.
   *
   * @param uri the request's path as sent, with what lies above the base
   * @param query as sent; null for none
   * @return empty when it is not encoded as it must be
   */
  static Optional<Address> below(String uri, String query) {
    int base = uri.indexOf(PATH);
    return base < 0 ? Optional.empty() : Address.of(uri.substring(base + PATH.length()), query);
  }
}
