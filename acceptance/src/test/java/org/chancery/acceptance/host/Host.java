package org.chancery.acceptance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.chancery.acceptance.process.CommandLine;
import org.chancery.acceptance.process.ServerProcess;

/**
 * The host the shared part of the suite runs against: a demonstration office, either a server of
 * the suite's own or, with {@code -Dchancery.url}, any other host that has the demonstration's
 * accounts. A URL with a path is the base of the API itself, such as {@code
 * http://localhost:8080/alfresco/s/chancery/v1}. The watched folder is then {@code
 * -Dchancery.inbox}, the administrator {@code -Dchancery.admin-user} (admin) with the password in
 * {@code -Dchancery.admin-password} or the environment's {@code CHANCERY_ADMIN_PASSWORD}; and
 * {@code -Dchancery.share} names the Share in which browsers see it. How a test may kill such a
 * host is in {@link CommandedHost}.
 */
public final class Host implements AutoCloseable {
  private final URI url;
  private final Path inbox;
  private final ServerProcess own;
  private final Mailbox mailbox;

  private Host(URI url, Path inbox, ServerProcess own, Mailbox mailbox) {
    this.url = url;
    this.inbox = inbox;
    this.own = own;
    this.mailbox = mailbox;
  }

  /** The host named by system properties, or a new server with the demonstration office. */
  public static Host begin() {
    return named().orElseGet(Host::demonstration);
  }

  /** The host named by system properties. */
  static Optional<Host> named() {
    return Optional.ofNullable(System.getProperty("chancery.url"))
        .filter(given -> !given.isBlank())
        .map(
            given ->
                new Host(
                    URI.create(given), Path.of(System.getProperty("chancery.inbox")), null, null));
  }

  private static Host demonstration() {
    Mailbox mailbox = Mailbox.open();
    try {
      ServerProcess server =
          ServerProcess.over(Files.createTempDirectory("chancery-acceptance"), "--demo")
              .start(mailbox.environment());
      return new Host(server.url(), server.inbox(), server, mailbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers. */
  public URI url() {
    return url;
  }

  /** The base of the API, with a slash at its end. */
  static URI apiOf(URI host) {
    String path = host.getPath();
    if (path == null || path.isEmpty() || path.equals("/")) {
      return host.resolve("/api/v1/");
    }
    return path.endsWith("/") ? host : URI.create(host + "/");
  }

  /** The Share in which browsers see it, without a slash at its end; else its own page. */
  public Optional<String> share() {
    return own == null
        ? Optional.ofNullable(System.getProperty("chancery.share"))
            .map(url -> url.replaceAll("/+$", ""))
        : Optional.empty();
  }

  /** Its watched folder. */
  public Path inbox() {
    return inbox;
  }

  /** What it has written into its log, where that can be seen from here. */
  public Optional<String> logText() {
    return Optional.ofNullable(own).map(ServerProcess::logText);
  }

  /** Where all its mail goes, when it is the tests' own. */
  public Optional<Mailbox> mailbox() {
    return Optional.ofNullable(mailbox);
  }

  /** The administrator, as a program. */
  public Client admin() {
    return Client.program(url, adminUser(), adminPassword());
  }

  /** The administrator's account. */
  public String adminUser() {
    return own == null ? System.getProperty("chancery.admin-user", "admin") : "admin";
  }

  /** The administrator's password. */
  public String adminPassword() {
    if (own != null) {
      return ServerProcess.ADMIN_PASSWORD;
    }
    String given = System.getProperty("chancery.admin-password");
    return given != null ? given : System.getenv("CHANCERY_ADMIN_PASSWORD");
  }

  /** Someone who works in a component that the demonstration's other people do not work in. */
  public Client personOfAnotherComponent() {
    return person("representative");
  }

  /** One of the demonstration's people, signed in and affirmed. */
  public Client person(String user) {
    return Client.person(url, user, passwordOf(user));
  }

  /** The demonstration's password of a person. */
  public static String passwordOf(String user) {
    return "chancery-demo-" + user;
  }

  /** Waits until something holds, and fails with what it waited for. */
  public static void await(String what, Duration limit, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(limit)
        .pollInterval(Duration.ofMillis(100))
        .pollDelay(Duration.ZERO)
        .until(condition::getAsBoolean);
  }

  /** Waits until something is there and returns it. */
  public static <T> T awaitValue(String what, Duration limit, Supplier<Optional<T>> source) {
    return Awaitility.await(what)
        .atMost(limit)
        .pollInterval(Duration.ofMillis(100))
        .pollDelay(Duration.ZERO)
        .until(source::get, Optional::isPresent)
        .orElseThrow();
  }

  /** Where it puts packages for the National Archives; empty when that is out of reach. */
  public Optional<Path> packages() {
    return Optional.ofNullable(own).map(server -> server.data().resolve("transfers"));
  }

  /**
   * Fails unless all that it holds belongs together. The suite's own server is ended for that, its
   * originals and its whole ledger are verified, and it is started again; another host says itself
   * whether it is well.
   */
  public void assertSound() {
    if (own == null) {
      assertThat(admin().get("health").expect(200).text("status")).isEqualTo("up");
      return;
    }
    own.stop();
    CommandLine.Result verified = own.verify();
    own.start(mailbox.environment());
    assertThat(verified.exit()).as(verified.output()).isZero();
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
    if (mailbox != null) {
      mailbox.close();
    }
  }
}
