package org.chancery.core.routing.contract;

/** A test class of a host; the routing contract is nested in it. */
public interface KeepsRoutingContract {

  /** The host; asked for before every test, and may be the same each time. */
  RoutingHost routing();
}
