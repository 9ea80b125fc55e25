package org.chancery.core.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.correspondence.Closing;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.response.Comparison;
import org.chancery.core.response.Dispatches;
import org.chancery.core.response.Drafts;
import org.chancery.core.response.LetterTemplates;
import org.chancery.core.response.Mailing;
import org.chancery.core.response.Mailings;
import org.chancery.core.response.Redlines;
import org.chancery.core.response.Responses;
import org.chancery.core.routing.Tasking;
import org.chancery.core.vocabulary.Cor;
import org.chancery.core.vocabulary.Title;

/** Answers to letters, and the end of a case file's work. */
final class ResponseRoutes {
  private final Responses responses;
  private final Closing closing;
  private final Accounts accounts;
  private final Nodes nodes;
  private final LetterBlock block;
  private final NodeJson json;

  ResponseRoutes(
      Responses responses,
      Closing closing,
      Accounts accounts,
      Nodes nodes,
      LetterBlock block,
      NodeJson json) {
    this.responses = responses;
    this.closing = closing;
    this.accounts = accounts;
    this.nodes = nodes;
    this.block = block;
    this.json = json;
  }

  /** A letter template, as openapi.yaml says. */
  record LetterTemplate(NodeId id, String name, Instant modifiedAt) {
    static LetterTemplate of(Node node) {
      return new LetterTemplate(node.id(), node.name(), node.modifiedAt());
    }
  }

  /** All of them. */
  record LetterTemplateList(NodeId folder, List<LetterTemplate> items) {}

  Response templates(Exchange exchange) {
    return Response.json(
        200,
        new LetterTemplateList(
            LetterTemplates.folder(),
            responses.templates().list(exchange.caller()).stream()
                .map(LetterTemplate::of)
                .toList()));
  }

  /** What a draft is begun with. */
  record DraftBody(
      NodeId template,
      Optional<String> name,
      Optional<String> signerName,
      Optional<String> signerTitle) {}

  Response draft(Exchange exchange) {
    DraftBody body = exchange.json(DraftBody.class);
    if (body.template() == null) {
      throw new Invalid(Map.of("template", "is missing"));
    }
    Actor actor = exchange.actor();
    Node created =
        responses
            .drafts()
            .begin(
                actor,
                exchange.id(),
                new Drafts.NewDraft(
                    body.template(),
                    body.name(),
                    filled(body.signerName()),
                    filled(body.signerTitle())));
    exchange.about(created.id());
    return json.response(201, actor.caller(), created);
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(each -> !each.isEmpty());
  }

  Response print(Exchange exchange) {
    Actor actor = exchange.actor();
    Node printed = responses.prints().print(actor, exchange.id());
    boolean ready = printed.text(Cor.PRINT_STATE).filter("ready"::equals).isPresent();
    return json.response(ready ? 200 : 202, actor.caller(), printed);
  }

  /** A piece of text and what became of it. */
  record PartBody(String kind, String text) {
    static PartBody of(Comparison.Part part) {
      return new PartBody(part.kind().name().toLowerCase(Locale.ROOT), part.text());
    }
  }

  /** A paragraph. */
  record ParagraphBody(List<PartBody> parts) {}

  /** Two versions compared. */
  record ComparisonBody(String from, String to, List<ParagraphBody> paragraphs) {}

  Response compare(Exchange exchange) {
    Redlines.Redline redline =
        responses
            .redlines()
            .compare(
                exchange.caller(),
                exchange.id(),
                exchange.parameter("from"),
                exchange.parameter("to"));
    return Response.json(
        200,
        new ComparisonBody(
            redline.from(),
            redline.to(),
            redline.paragraphs().stream()
                .map(each -> new ParagraphBody(each.parts().stream().map(PartBody::of).toList()))
                .toList()));
  }

  /** What is sent. */
  record DispatchBody(
      Optional<NodeId> document,
      Optional<List<NodeId>> documents,
      String channel,
      String recipient,
      String purpose,
      String authority,
      Optional<LocalDate> date,
      Optional<MailBody> mail,
      Optional<Boolean> elsewhere,
      Optional<Boolean> completes,
      Optional<Boolean> despite) {}

  /** The mail it is sent by. */
  record MailBody(String to, String subject, String text) {}

  /** Something named. */
  record Named(NodeId id, String title) {}

  /** Someone named. */
  record Person(String name, String label) {}

  /** One entry of the account. */
  record DispatchEntry(
      NodeId id,
      Optional<LocalDate> date,
      String channel,
      List<Named> documents,
      String recipient,
      String purpose,
      String authority,
      Person by,
      Instant recordedAt,
      Optional<MailEntry> mail,
      Optional<Named> completed) {}

  /** How far the mail of an entry is. */
  record MailEntry(
      String to,
      String subject,
      String text,
      String state,
      Optional<String> reason,
      String messageId,
      int attempts,
      Optional<Instant> attemptedAt,
      Optional<Instant> sentAt,
      boolean uncertain,
      List<String> allowed) {}

  /** Someone it may go to. */
  record RecipientBody(String name, String postal, Optional<String> email) {}

  /** What a dispatch would be like now. */
  record OutlookBody(
      Optional<Long> largestMail, List<RecipientBody> recipients, Optional<Named> tasking) {}

  /** The account. */
  record DispatchList(List<DispatchEntry> items, Optional<OutlookBody> outlook) {}

  /** Looks for those who asked not to be written to before the transaction, as searches must. */
  Handler.Work dispatch(Exchange exchange) {
    DispatchBody body = exchange.json(DispatchBody.class);
    List<Node> blocked =
        block.of(exchange.caller(), exchange.id(), Optional.ofNullable(body.recipient()));
    return new Handler.Work(
        exchange.hash(),
        () -> {
          block.require(exchange, blocked, body.despite().orElse(false));
          return dispatch(exchange, body);
        },
        Handler.Work.SEVERAL);
  }

  private Response dispatch(Exchange exchange, DispatchBody body) {
    List<NodeId> documents =
        Stream.concat(body.document().stream(), body.documents().stream().flatMap(List::stream))
            .distinct()
            .toList();
    boolean mailed = "email".equals(body.channel()) && !body.elsewhere().orElse(false);
    if (mailed && body.mail().isEmpty()) {
      throw new Invalid(
          Map.of("mail", "is missing: say what to send where, or that it was sent elsewhere"));
    }
    Dispatches.Recorded recorded =
        responses
            .dispatches()
            .record(
                exchange.actor(),
                exchange.id(),
                new Dispatches.NewDispatch(
                    documents,
                    body.channel(),
                    body.recipient(),
                    body.purpose(),
                    body.authority(),
                    body.date(),
                    body.mail()
                        .map(mail -> new Mailings.NewMail(mail.to(), mail.subject(), mail.text())),
                    body.completes().orElse(true)));
    exchange.about(recorded.entry().dispatch().id());
    return Response.json(201, shown(recorded.entry(), recorded.completed()));
  }

  Response dispatches(Exchange exchange) {
    boolean dispatching = exchange.account().capabilities().contains(Capability.DISPATCH);
    return Response.json(
        200,
        new DispatchList(
            responses.dispatches().list(exchange.caller(), exchange.id()).stream()
                .map(each -> shown(each, Optional.empty()))
                .toList(),
            dispatching ? Optional.of(outlook(exchange)) : Optional.empty()));
  }

  private OutlookBody outlook(Exchange exchange) {
    Dispatches.Outlook outlook = responses.dispatches().outlook(exchange.actor(), exchange.id());
    return new OutlookBody(
        outlook.largest(),
        outlook.recipients().stream()
            .map(each -> new RecipientBody(each.name(), each.postal(), each.email()))
            .toList(),
        outlook.tasking().map(ResponseRoutes::named));
  }

  private static Named named(Tasking tasking) {
    return new Named(tasking.id(), tasking.title());
  }

  Response retry(Exchange exchange) {
    return sent(exchange, responses.mailings().retry(exchange.actor(), exchange.id()));
  }

  Response withdraw(Exchange exchange) {
    String reason = exchange.json(ReasonBody.class).reason();
    return sent(exchange, responses.mailings().withdraw(exchange.actor(), exchange.id(), reason));
  }

  private Response sent(Exchange exchange, Node dispatch) {
    return Response.json(
        200, shown(responses.dispatches().entry(exchange.caller(), dispatch), Optional.empty()));
  }

  private DispatchEntry shown(Dispatches.Entry entry, Optional<Tasking> completed) {
    Node node = entry.dispatch();
    String by = node.text(Cor.DISPATCHED_BY).orElse(node.createdBy());
    return new DispatchEntry(
        node.id(),
        node.date(Cor.DISPATCH_DATE),
        node.text(Cor.DISPATCH_CHANNEL).orElse(""),
        entry.documents().stream().map(each -> new Named(each.id(), Title.of(each))).toList(),
        node.text(Cor.RECIPIENT).orElse(""),
        node.text(Cor.DISPATCH_PURPOSE).orElse(""),
        node.text(Cor.DISPATCH_AUTHORITY).orElse(""),
        new Person(by, accounts.label(by)),
        node.createdAt(),
        entry.mailing().map(mailing -> mail(mailing, entry.mayAct())),
        completed.map(ResponseRoutes::named));
  }

  private static MailEntry mail(Mailing mailing, boolean mayAct) {
    boolean open =
        mayAct
            && (mailing.state() == Mailing.State.QUEUED || mailing.state() == Mailing.State.FAILED);
    return new MailEntry(
        mailing.to(),
        mailing.subject(),
        mailing.text(),
        mailing.state().code(),
        mailing.reason(),
        mailing.messageId(),
        mailing.attempts(),
        mailing.attemptedAt(),
        mailing.sentAt(),
        mailing.uncertain(),
        open ? List.of("retry", "withdraw") : List.of());
  }

  /** How it ended. */
  record CloseBody(Optional<String> resolution) {}

  Response close(Exchange exchange) {
    CloseBody body = exchange.json(CloseBody.class);
    closing.close(exchange.actor(), exchange.id(), body.resolution());
    return file(exchange);
  }

  /** Why it is opened again, or a mail taken back. */
  record ReasonBody(String reason) {}

  Response reopen(Exchange exchange) {
    closing.reopen(exchange.actor(), exchange.id(), exchange.json(ReasonBody.class).reason());
    return file(exchange);
  }

  private Response file(Exchange exchange) {
    Caller caller = exchange.caller();
    return json.response(200, caller, nodes.get(caller, exchange.id()));
  }
}
