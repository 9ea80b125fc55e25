package org.chancery.acceptance.host;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one shared {@link Host}, begun with the first test that asks and ended with the
 * last.
 */
public final class WithHost implements ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(WithHost.class);

  /** Closes the host at the end of the whole run. */
  private record Shared(Host host) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      host.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Host.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent("host", ignored -> new Shared(Host.begin()), Shared.class)
        .host();
  }
}
