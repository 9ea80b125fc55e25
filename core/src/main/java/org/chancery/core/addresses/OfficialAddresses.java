package org.chancery.core.addresses;

import java.util.List;

/**
 * An official service that knows every delivery point, such as the Postal Service's own. None is
 * part of the product: an agency that has an account with one plugs it in here.
 */
public interface OfficialAddresses {

  /** What the service is called, for people. */
  String name();

  /**
   * What it suggests for an address; nothing when it has no better one.
   *
   * @throws IllegalStateException when it cannot be asked now; the shipped data still answer
   */
  List<AddressCheck.Suggestion> check(Address address);
}
