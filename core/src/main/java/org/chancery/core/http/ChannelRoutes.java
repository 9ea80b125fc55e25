package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.intake.Intake;
import org.chancery.core.intake.IntakeDesk;
import org.chancery.core.intake.Mail;
import org.chancery.core.intake.PastedText;
import org.chancery.core.intake.PhoneCall;
import org.chancery.core.intake.Typed;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.WrongState;
import org.chancery.core.vocabulary.Cor;

/**
 * What comes in otherwise than as a scan or a file: phone calls, pasted text, e-mail's own data.
 */
final class ChannelRoutes {
  private final Typed typed;
  private final IntakeDesk desk;
  private final Nodes nodes;
  private final Contents contents;
  private final Clock clock;

  ChannelRoutes(Intake intake, Nodes nodes, Contents contents, Clock clock) {
    this.typed = intake.typed();
    this.desk = intake.desk();
    this.nodes = nodes;
    this.contents = contents;
    this.clock = clock;
  }

  /** A phone call, as openapi.yaml says. */
  record CallBody(
      String caller,
      Optional<String> organization,
      Optional<String> phone,
      Optional<String> email,
      Optional<OffsetDateTime> calledAt,
      Optional<String> calledFor,
      Optional<String> subject,
      String summary,
      Optional<Boolean> callBack,
      Optional<String> callBackWhen,
      Optional<String> component) {}

  /** Pasted text, as openapi.yaml says. */
  record PasteBody(
      String text,
      Optional<String> subject,
      Optional<String> from,
      Optional<String> email,
      Optional<LocalDate> date,
      Optional<String> component) {}

  Handler.Work phoneCall(Exchange exchange) {
    CallBody body = exchange.json(CallBody.class);
    PhoneCall call =
        new PhoneCall(
                body.caller(),
                body.organization(),
                body.phone(),
                body.email(),
                body.calledAt()
                    .orElseGet(() -> OffsetDateTime.now(clock).withSecond(0).withNano(0)),
                body.calledFor(),
                body.subject(),
                body.summary(),
                body.callBack().orElse(false),
                body.callBackWhen(),
                exchange.account().displayName())
            .takenBefore(clock.instant());
    return work(exchange, call, body.component());
  }

  Handler.Work pasted(Exchange exchange) {
    PasteBody body = exchange.json(PasteBody.class);
    PastedText text =
        new PastedText(body.text(), body.subject(), body.from(), body.email(), body.date());
    return work(exchange, text, body.component());
  }

  /** The bytes first, then everything in the route's transaction. */
  private Handler.Work work(Exchange exchange, Typed.Form form, Optional<String> component) {
    Optional<String> wanted = component.map(String::strip).filter(code -> !code.isEmpty());
    Typed.Stored stored = typed.store(form);
    return new Handler.Work(
        exchange.hash(), () -> entered(exchange, stored, wanted), Handler.Work.SEVERAL);
  }

  private Response entered(Exchange exchange, Typed.Stored stored, Optional<String> component) {
    Node node;
    try {
      node = typed.enter(exchange.actor(), stored, component);
    } catch (Invalid e) {
      throw new Invalid(byField(e.problems()));
    }
    exchange.about(node.id());
    // A number in the name would tell of another of that name where the sender may not look.
    boolean seen = nodes.find(exchange.caller(), node.id()).isPresent();
    IntakeRoutes.Item item = IntakeRoutes.shown(desk.entered(exchange.caller(), node));
    return Response.json(201, seen ? item : item.named(stored.name()))
        .withRevision(node.revision());
  }

  /** The form's fields are not named as the model's properties. */
  private static Map<String, String> byField(Map<String, String> problems) {
    Map<String, String> fields =
        Map.of(
            Cor.CALLER_NAME.toString(), "caller",
            Cor.CALLER_PHONE.toString(), "phone",
            Cor.CALLED_AT.toString(), "calledAt");
    Map<String, String> renamed = new LinkedHashMap<>();
    problems.forEach((name, message) -> renamed.put(fields.getOrDefault(name, name), message));
    return renamed;
  }

  /** An e-mail's own data, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record MailBody(
      Optional<String> messageId,
      Optional<String> from,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      Optional<OffsetDateTime> sent,
      Optional<String> subject,
      String header,
      List<AttachmentBody> attachments) {}

  /** An attached file, as openapi.yaml says. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record AttachmentBody(
      int number,
      String name,
      String mediaType,
      long size,
      int page,
      int pages,
      Optional<String> note) {}

  Response mail(Exchange exchange) {
    Node node = nodes.get(exchange.caller(), exchange.id());
    Mail mail = mail(exchange, node);
    List<AttachmentBody> attachments = new ArrayList<>();
    for (Mail.Attached each : mail.attachments()) {
      attachments.add(
          new AttachmentBody(
              attachments.size() + 1,
              each.name(),
              each.mediaType(),
              each.size(),
              each.page(),
              each.pages(),
              each.note()));
    }
    return Response.json(
        200,
        new MailBody(
            mail.id(),
            mail.from(),
            mail.to(),
            mail.cc(),
            mail.bcc(),
            mail.sent(),
            mail.subject(),
            mail.lines(),
            attachments));
  }

  private Mail mail(Exchange exchange, Node node) {
    if (!node.contents().containsKey(Cor.MAIL_DETAILS)) {
      throw new WrongState("This document is no e-mail, or it has not been read yet.");
    }
    try (InputStream json = contents.open(exchange.caller(), node.id(), Cor.MAIL_DETAILS)) {
      return Mail.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
