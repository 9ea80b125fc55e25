package org.chancery.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.transfer.Transfer;
import org.chancery.core.transfer.TransferFault;
import org.chancery.core.transfer.Transfers;
import org.chancery.core.vocabulary.Title;

/** Transfers to the National Archives (requirement R7). */
final class TransferRoutes {
  private static final Set<String> TEXTS = Set.of("of", "reason");

  private final Transfers transfers;
  private final Nodes nodes;
  private final Contents contents;

  TransferRoutes(Transfers transfers, Nodes nodes, Contents contents) {
    this.transfers = transfers;
    this.nodes = nodes;
    this.contents = contents;
  }

  /** A transfer, as openapi.yaml says. */
  record Body(
      NodeId id,
      String station,
      Optional<Transfer.Progress> progress,
      List<FaultBody> faults,
      @JsonProperty("package") Optional<Transfer.Made> made,
      Optional<LocalDate> sentAt,
      Optional<Transfer.Receipt> receipt,
      Optional<LocalDate> custodyOn,
      Optional<Rejected> rejection,
      List<String> allowed) {}

  /** Why it was rejected. */
  record Rejected(String reason, Instant at) {}

  /** A fault, with the record that it is about. */
  record FaultBody(String code, String path, String what, String todo, Optional<Item> node) {}

  /** A record; what the caller may not see is not named. */
  record Item(NodeId id, String name) {}

  private Body body(Exchange exchange, Transfer transfer) {
    List<NodeId> about =
        transfer.faults().stream()
            .flatMap(fault -> fault.node().stream())
            .distinct()
            .map(NodeId::of)
            .toList();
    Map<String, Item> seen =
        nodes.findAll(exchange.caller(), about).stream()
            .collect(
                Collectors.toMap(
                    node -> node.id().value(), TransferRoutes::item, (one, other) -> one));
    return new Body(
        transfer.id(),
        transfer.station().code(),
        transfer.progress(),
        transfer.faults().stream().map(fault -> fault(fault, seen)).toList(),
        transfer.made(),
        transfer.sentOn(),
        transfer.receipt(),
        transfer.custodyOn(),
        transfer.rejection().map(each -> new Rejected(each.reason(), each.at())),
        transfer.allowed());
  }

  private static Item item(Node node) {
    return new Item(node.id(), Title.of(node));
  }

  private static FaultBody fault(TransferFault fault, Map<String, Item> seen) {
    Optional<Item> item = fault.node().map(seen::get);
    boolean hidden = fault.node().isPresent() && item.isEmpty();
    return new FaultBody(
        fault.code(),
        hidden ? "" : fault.path(),
        fault.what(),
        fault.todo(),
        hidden ? fault.node().map(id -> new Item(NodeId.of(id), "")) : item);
  }

  private static NodeId id(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("transfer"));
    exchange.about(id);
    return id;
  }

  private Response answer(int status, Exchange exchange, Transfer transfer) {
    return Response.json(status, body(exchange, transfer));
  }

  Response get(Exchange exchange) {
    return answer(200, exchange, transfers.get(id(exchange)));
  }

  Response pack(Exchange exchange) {
    return answer(202, exchange, transfers.pack(exchange.actor(), id(exchange)));
  }

  /** Body of {@link #sent}. */
  record Sent(Optional<LocalDate> on, Optional<String> reason) {}

  Response sent(Exchange exchange) {
    Sent sent = exchange.json(Sent.class);
    return answer(
        200,
        exchange,
        transfers.sent(
            exchange.actor(), id(exchange), sent.on().orElse(null), sent.reason().orElse(null)));
  }

  /** Body of {@link #receipt}. */
  record Receipt(Optional<String> accession, Optional<LocalDate> on) {}

  Response receipt(Exchange exchange) {
    Receipt receipt = exchange.json(Receipt.class);
    return answer(
        200,
        exchange,
        transfers.receipt(
            exchange.actor(),
            id(exchange),
            receipt.accession().orElse(null),
            receipt.on().orElse(null)));
  }

  /** Body of {@link #custody}. */
  record Custody(Optional<LocalDate> on) {}

  Response custody(Exchange exchange) {
    Custody custody = exchange.json(Custody.class);
    return answer(
        200,
        exchange,
        transfers.custody(exchange.actor(), id(exchange), custody.on().orElse(null)));
  }

  /** Body of {@link #rejected}. */
  record Rejection(Optional<String> reason) {}

  Response rejected(Exchange exchange) {
    Rejection rejection = exchange.json(Rejection.class);
    return answer(
        200,
        exchange,
        transfers.rejected(exchange.actor(), id(exchange), rejection.reason().orElse(null)));
  }

  private record Taken(Map<String, String> texts, String name, ContentInfo stored) {}

  /** A copy beside a record. */
  Handler.Work copies(Exchange exchange) {
    NodeId id = id(exchange);
    transfers.get(id);
    Taken taken =
        Upload.read(
            exchange.request(),
            TEXTS,
            (texts, fileName, file) -> {
              transfers.requireLasting(fileName);
              return new Taken(texts, fileName, contents.store(file, "application/octet-stream"));
            });
    String what = new TreeMap<>(taken.texts()) + "\n" + taken.name() + "\n";
    String hash = exchange.hash((what + taken.stored().sha256()).getBytes(StandardCharsets.UTF_8));
    return new Handler.Work(hash, () -> added(exchange, id, taken));
  }

  private Response added(Exchange exchange, NodeId id, Taken taken) {
    String of =
        Optional.ofNullable(taken.texts().get("of"))
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () -> new Invalid(Map.of("of", "must be the id of the record it is a copy of")));
    return answer(
        201,
        exchange,
        transfers.addCopy(
            exchange.actor(),
            id,
            Exchange.idOf(of),
            taken.name(),
            taken.stored(),
            taken.texts().get("reason")));
  }

  /** The report of the check. */
  Response report(Exchange exchange) {
    Body body = body(exchange, transfers.get(id(exchange)));
    List<String> lines = new ArrayList<>();
    lines.add(CsvReport.line(List.of("Code", "Path", "What is wrong", "What to do", "Record")));
    for (FaultBody each : body.faults()) {
      lines.add(
          CsvReport.line(
              List.of(
                  each.code(),
                  each.path(),
                  each.what(),
                  each.todo(),
                  each.node().map(item -> item.id().value()).orElse(""))));
    }
    return CsvReport.response("transfer-" + body.id().value() + ".csv", lines);
  }
}
