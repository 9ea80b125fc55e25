package org.chancery.core.http;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a route does, in two steps. */
@FunctionalInterface
interface Handler {

  /**
   * Takes in what the request carries, outside any transaction: a request's body can be read only
   * once, a transaction may run more than once.
   */
  Work accept(Exchange exchange);

  /** A handler of requests whose body, if any, is JSON. */
  static Handler of(Function<Exchange, Response> handler) {
    return exchange -> new Work(exchange.hash(), () -> handler.apply(exchange));
  }

  /** As {@link #of}, for work that chooses names itself and can choose again. */
  static Handler naming(Function<Exchange, Response> handler) {
    return exchange -> new Work(exchange.hash(), () -> handler.apply(exchange), Work.SEVERAL);
  }

  /**
   * What is left to do, in the route's transaction.
   *
   * @param requestHash what makes it the same request when its idempotency key comes again
   * @param run may be called more than once
   * @param tries how often to begin anew when someone else took a name between the look and the
   *     commit
   */
  record Work(String requestHash, Supplier<Response> run, int tries) {
    /** Tries of work that chooses its names itself. */
    static final int SEVERAL = 10;

    /** Work whose names the client chose: a clash is the client's to solve. */
    Work(String requestHash, Supplier<Response> run) {
      this(requestHash, run, 1);
    }
  }
}
