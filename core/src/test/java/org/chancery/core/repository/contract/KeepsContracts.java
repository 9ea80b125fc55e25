package org.chancery.core.repository.contract;

/** A test class of a host; the contracts it has to keep are nested in it. */
public interface KeepsContracts {

  /** The host's ports; asked for before every test, and may be the same each time. */
  HostPorts ports();
}
