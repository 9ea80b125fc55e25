package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chancery.core.intake.DocumentReader;
import org.chancery.core.intake.ReadingResult;
import org.chancery.core.intake.ReadingWork;
import org.chancery.core.intake.Readings;
import org.chancery.core.repository.NodeId;

/**
 * Reading by processes elsewhere: they fetch originals under a lease and send back what they read.
 * A lease's token stands in the path; what comes under one that was lost changes nothing and is
 * answered 409 {@code lease-lost}.
 */
final class ReadingRoutes {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int LONGEST = 2000;

  private final ReadingWork work;

  ReadingRoutes(ReadingWork work) {
    this.work = work;
  }

  /** A reading that was taken, as openapi.yaml says. */
  record Taken(
      String lease,
      NodeId id,
      String name,
      String sha256,
      long size,
      int attempt,
      Optional<DocumentReader.Letter> letter,
      long leaseSeconds) {}

  /** How far a reading has come. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ProgressBody(Optional<Integer> done, Optional<Integer> of) {}

  /** Why an original cannot be read. */
  record RefusedBody(String mediaType, String reason, String explanation) {}

  /** Why a reading failed. */
  record FailedBody(String why) {}

  Response take(Exchange exchange) {
    return work.take()
        .map(
            task ->
                Response.json(
                    200,
                    new Taken(
                        task.lease(),
                        task.item(),
                        task.name(),
                        task.sha256(),
                        task.size(),
                        task.attempt(),
                        task.letter(),
                        task.valid().toSeconds())))
        .orElseGet(() -> Response.empty(204))
        .with("Cache-Control", "no-store");
  }

  Response original(Exchange exchange) {
    return leased(
        exchange,
        lease -> {
          ReadingWork.Original original = work.open(lease);
          return new Response(
                  200,
                  Map.of(
                      "Content-Type", "application/octet-stream",
                      "Content-Disposition", "attachment",
                      "X-Content-Type-Options", "nosniff",
                      "Cache-Control", "no-store"),
                  new Response.Stream(original.bytes(), original.info().size()))
              .with("ETag", "\"" + original.info().sha256() + "\"");
        });
  }

  Response progress(Exchange exchange) {
    ProgressBody body = exchange.json(ProgressBody.class);
    return leased(
        exchange,
        lease -> {
          NodeId item = work.item(lease);
          if (body.done().isPresent() && body.of().isPresent()) {
            int of = Math.max(0, body.of().get());
            work.progress(item, Math.max(0, Math.min(of, body.done().get())), of);
          }
          if (!work.extend(lease)) {
            throw new Readings.LeaseLost(lease);
          }
          return Response.empty(204);
        });
  }

  /** Stores the streams as they come, then keeps everything in one transaction. */
  Handler.Work result(Exchange exchange) {
    ReadingResult result =
        leased(
            exchange,
            lease -> {
              // Refused before the bytes are taken in, not after.
              exchange.about(work.item(lease));
              return ReadingUpload.read(exchange.request(), work);
            });
    return new Handler.Work(
        "",
        () ->
            leased(
                exchange,
                lease -> {
                  try {
                    work.keep(exchange.actor(), lease, result);
                  } catch (StackOverflowError e) {
                    throw new IllegalStateException("The text exhausts the stack", e);
                  }
                  return Response.empty(204);
                }));
  }

  /** As {@link #result}, of a letter. */
  Handler.Work letter(Exchange exchange) {
    ReadingUpload.Letter written =
        leased(
            exchange,
            lease -> {
              exchange.about(work.item(lease));
              String type = ReadingWork.mediaType(work.letter(lease));
              return ReadingUpload.letter(exchange.request(), work, type);
            });
    return new Handler.Work(
        "",
        () ->
            leased(
                exchange,
                lease -> {
                  work.keepLetter(exchange.actor(), lease, written.stored(), written.unfilled());
                  return Response.empty(204);
                }));
  }

  Response refused(Exchange exchange) {
    RefusedBody body = exchange.json(RefusedBody.class);
    if (!CODE.matcher(required(body.reason(), "reason")).matches()) {
      throw Exchange.badParameter("reason", "must be a code such as encrypted");
    }
    DocumentReader.Refused refused =
        new DocumentReader.Refused(
            ReadingUpload.mediaType(body.mediaType()),
            body.reason(),
            required(body.explanation(), "explanation"));
    return settled(exchange, lease -> work.refuse(exchange.actor(), lease, refused));
  }

  Response failed(Exchange exchange) {
    String why = required(exchange.json(FailedBody.class).why(), "why");
    return settled(exchange, lease -> work.failed(exchange.actor(), lease, why));
  }

  Response release(Exchange exchange) {
    return settled(exchange, work::release);
  }

  private static String required(String text, String field) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw Exchange.badParameter(field, "must have from 1 to " + LONGEST + " characters");
    }
    return text;
  }

  private Response settled(Exchange exchange, Consumer<String> end) {
    return leased(
        exchange,
        lease -> {
          end.accept(lease);
          return Response.empty(204);
        });
  }

  private static <T> T leased(Exchange exchange, Function<String, T> what) {
    try {
      return what.apply(exchange.segment("lease"));
    } catch (Readings.LeaseLost e) {
      throw Refusal.of(
          409,
          "lease-lost",
          "The lease was lost",
          "Someone else has this reading by now, or it is settled. Drop it.");
    }
  }
}
