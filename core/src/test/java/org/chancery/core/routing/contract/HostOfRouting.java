package org.chancery.core.routing.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the contract the host that it is nested in. */
final class HostOfRouting implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(RoutingHost.class);
  }

  @Override
  public RoutingHost resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(KeepsRoutingContract.class)
        .orElseThrow(() -> new IllegalStateException("No host has this contract in it"))
        .routing();
  }
}
