package org.chancery.standalone;

import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.core.repository.Checkpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Ends this process at once at a named point, but only from the moment on at which it is armed; so
 * that a server can first finish what the one before it left.
 */
@Configuration(proxyBeanMethods = false)
public class ArmedCheckpoint {
  /** What a process killed by a signal reports. */
  static final int KILLED = 137;

  /** A point that may be armed. */
  static final class Armed implements Checkpoint {
    private final AtomicInteger left = new AtomicInteger();
    private volatile String name = "";

    /** Armed for {@code name} or {@code name:n}. */
    void at(String point) {
      String[] parts = point.split(":", 2);
      left.set(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
      name = parts[0];
    }

    @Override
    public void reached(String point) {
      if (point.equals(name) && left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
    }
  }

  /** Stands before the server's own. */
  @Bean
  @Primary
  Armed armed() {
    return new Armed();
  }
}
