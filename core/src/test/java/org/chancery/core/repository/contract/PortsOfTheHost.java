package org.chancery.core.repository.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a contract the ports of the host that it is nested in. */
final class PortsOfTheHost implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(HostPorts.class);
  }

  @Override
  public HostPorts resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(KeepsContracts.class)
        .orElseThrow(() -> new IllegalStateException("No host has this contract in it"))
        .ports();
  }
}
