package org.chancery.acceptance.verification;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/** Runs the acceptance suite against the host that the system properties name. */
final class Suite implements TestExecutionListener {
  private static final String SUITE = "org.chancery.acceptance";
  private static final String NOT_OF_IT = SUITE + ".standalone";
  private static final Pattern BROWSER = Pattern.compile("InChromiumTest|Share\\w+Test");
  private static final TestTag KILLS = TestTag.create("kills");

  private final boolean browser;
  private final Pattern only;
  private final Optional<Pattern> leftOut;
  private final Consumer<Outcome> told;

  /**
   * @param browser whether there is a Share for the tests in Chromium
   * @param only the classes and methods to run; matches all by default
   * @param leftOut those that are not run and have not passed, for want of time
   */
  Suite(boolean browser, Pattern only, Optional<Pattern> leftOut, Consumer<Outcome> told) {
    this.browser = browser;
    this.only = only;
    this.leftOut = leftOut;
    this.told = told;
  }

  /** Runs it but for the tests that kill the host. */
  void run() {
    run(false);
  }

  /**
   * Runs the tests that kill the host or its intake process, and what reads for it beside them: no
   * other intake process may do so meanwhile.
   */
  void runKilling() {
    run(true);
  }

  private void run(boolean killing) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(SUITE))
            .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
            .filters(PackageNameFilter.excludePackageNames(NOT_OF_IT))
            .filters((PostDiscoveryFilter) test -> wanted(test, killing))
            .build();
    LauncherFactory.create().execute(request, this);
  }

  private FilterResult wanted(TestDescriptor test, boolean killing) {
    Optional<MethodSource> method = method(test.getSource());
    if (method.isEmpty()) {
      return FilterResult.included("");
    }
    String in = simple(method.get().getClassName());
    String name = method.get().getMethodName();
    if (test.getTags().contains(KILLS) != killing) {
      return FilterResult.excluded("its turn is another");
    }
    if (!only.matcher(in + "." + name).find()) {
      return FilterResult.excluded("not asked for");
    }
    if (leftOut.isPresent() && leftOut.get().matcher(in + "." + name).find()) {
      return notRun(in, name, "left out of this run");
    }
    if (BROWSER.matcher(in).matches() && !browser) {
      return notRun(in, name, "no Share was named (--share)");
    }
    return FilterResult.included("");
  }

  private FilterResult notRun(String in, String name, String reason) {
    told.accept(new Outcome(part(in), in, name, Outcome.Result.SKIPPED, reason));
    return FilterResult.excluded(reason);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tell(test, Outcome.Result.SKIPPED, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        if (test.isTest()) {
          tell(test, Outcome.Result.PASSED, "");
        }
      }
      case ABORTED -> tell(test, Outcome.Result.SKIPPED, reason(result));
      default -> tell(test, Outcome.Result.FAILED, reason(result));
    }
  }

  private void tell(TestIdentifier test, Outcome.Result result, String reason) {
    Optional<MethodSource> method = method(test.getSource());
    String in =
        method
            .map(MethodSource::getClassName)
            .or(() -> test.getSource().flatMap(Suite::className))
            .map(Suite::simple)
            .orElse("the suite");
    String display = test.getDisplayName().replaceAll("\\(.*\\)$", "");
    String name =
        method
            .map(MethodSource::getMethodName)
            .map(of -> display.startsWith(of) ? of : of + " [" + display + "]")
            .orElse("(as a whole)");
    told.accept(new Outcome(part(in), in, name, result, reason));
  }

  private static Outcome.Part part(String simpleClass) {
    return BROWSER.matcher(simpleClass).matches() ? Outcome.Part.BROWSER : Outcome.Part.ACCEPTANCE;
  }

  private static Optional<MethodSource> method(Optional<TestSource> source) {
    return source.filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
  }

  private static Optional<String> className(TestSource source) {
    return source instanceof ClassSource
        ? Optional.of(((ClassSource) source).getClassName())
        : Optional.empty();
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String reason(TestExecutionResult result) {
    return result
        .getThrowable()
        .map(thrown -> thrown instanceof TestAbortedException ? aborted(thrown) : thrown.toString())
        .orElse("no reason was given");
  }

  private static String aborted(Throwable thrown) {
    return thrown.getMessage().replaceFirst("^Assumption failed: ", "");
  }
}
