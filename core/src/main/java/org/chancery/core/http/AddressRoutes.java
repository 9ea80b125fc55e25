package org.chancery.core.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Capability;
import org.chancery.core.addresses.Address;
import org.chancery.core.addresses.AddressCheck;
import org.chancery.core.audit.Action;
import org.chancery.core.repository.Invalid;

/** Checks addresses; keeps nothing of them. */
final class AddressRoutes {
  private static final int LONGEST = 255;

  private final AddressCheck check;

  AddressRoutes(AddressCheck check) {
    this.check = check;
  }

  /** An address, as openapi.yaml says. */
  record Body(
      Optional<String> street,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip) {}

  List<Route> routes() {
    return List.of(
        Lines.route(
            "POST",
            "/addresses/check",
            Lines.with(Capability.BROWSE),
            Route.Scope.NONE,
            Lines.refusals(Action.REQUEST),
            this::check));
  }

  private Response check(Exchange exchange) {
    Body body = exchange.json(Body.class);
    Map<String, String> problems = new LinkedHashMap<>();
    limit(problems, "street", body.street());
    limit(problems, "city", body.city());
    limit(problems, "state", body.state());
    limit(problems, "zip", body.zip());
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return Response.json(
            200,
            check.check(
                new Address(
                    body.street().orElse(""),
                    body.city().orElse(""),
                    body.state().orElse(""),
                    body.zip().orElse(""))))
        .with("Cache-Control", "no-store");
  }

  private static void limit(Map<String, String> problems, String field, Optional<String> text) {
    if (text.filter(given -> given.length() > LONGEST).isPresent()) {
      problems.put(field, "may have at most " + LONGEST + " characters");
    }
  }
}
