package org.chancery.alfresco.verification;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chancery.core.repository.contract.HostPorts;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contracts on the thread that asks and tells of each test as it ends. */
final class ContractRun implements TestExecutionListener {

  // The launcher makes the test classes; this is the way to them.
  private static final ThreadLocal<HostPorts> PORTS = new ThreadLocal<>();
  private static final ThreadLocal<EngineAtHand> ENGINE = new ThreadLocal<>();

  private final Consumer<String> lines;

  private ContractRun(Consumer<String> lines) {
    this.lines = lines;
  }

  static HostPorts ports() {
    return Optional.ofNullable(PORTS.get())
        .orElseThrow(() -> new IllegalStateException("Runs only inside a repository"));
  }

  static EngineAtHand engine() {
    return Optional.ofNullable(ENGINE.get())
        .orElseThrow(() -> new IllegalStateException("Runs only inside a repository"));
  }

  /**
   * Runs them.
   *
   * @param contract the simple name of one nested class of {@link InsideThePlatform}; empty for all
   * @param test the name of one of its methods; empty for all
   * @param lines told one line a test: class, name, {@code passed}, {@code failed} or {@code
   *     skipped}, and the reason, with tabs between
   */
  static void run(
      HostPorts ports,
      EngineAtHand engine,
      Optional<String> contract,
      Optional<String> test,
      Consumer<String> lines) {
    PORTS.set(ports);
    ENGINE.set(engine);
    try {
      LauncherFactory.create(
              LauncherConfig.builder()
                  .enableLauncherSessionListenerAutoRegistration(false)
                  .enableTestExecutionListenerAutoRegistration(false)
                  .build())
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selector(contract, test)).build(),
              new ContractRun(lines));
    } finally {
      PORTS.remove();
      ENGINE.remove();
    }
  }

  private static DiscoverySelector selector(Optional<String> contract, Optional<String> test) {
    if (contract.isEmpty()) {
      return selectClass(InsideThePlatform.class);
    }
    String outer = InsideThePlatform.class.getName();
    String nested = outer + "$" + contract.get();
    return test.<DiscoverySelector>map(name -> selectNestedMethod(List.of(outer), nested, name))
        .orElseGet(() -> selectNestedClass(List.of(outer), nested));
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    line(identifier, "skipped", reason);
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
    if (identifier.isTest() || failed) {
      line(
          identifier,
          failed ? "failed" : "passed",
          result.getThrowable().map(ContractRun::reason).orElse(""));
    }
  }

  private void line(TestIdentifier identifier, String outcome, String reason) {
    String in =
        identifier
            .getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> simple(((MethodSource) source).getClassName()))
            .orElse("");
    String method =
        identifier
            .getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getMethodName())
            .orElse("");
    String display = identifier.getDisplayName();
    String name = display.startsWith(method) ? display : method + " " + display;
    lines.accept(String.join("\t", in, clean(name), outcome, clean(reason)));
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('$') + 1);
  }

  private static String reason(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().limit(60).reduce((a, b) -> a + " | " + b.strip()).orElse("");
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
