package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chancery.core.intake.Documents;
import org.chancery.core.intake.Mail;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.Conflict;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Nodes;
import org.chancery.core.repository.NotFound;
import org.chancery.core.repository.Versions;
import org.chancery.core.vocabulary.Cm;
import org.chancery.core.vocabulary.Cor;
import org.chancery.model.QName;

/**
 * The bytes of documents, served so that a browser never takes what someone sent us for a page of
 * ours.
 */
final class ContentRoutes {
  private static final Map<String, QName> RENDITIONS =
      Map.of(
          "pdf", Cor.SEARCHABLE_PDF,
          "text", Cor.TEXT,
          "thumbnail", Cor.THUMBNAIL,
          "layout", Cor.LAYOUT,
          "letter", Cor.LETTER_PDF);

  /** What a browser may show in place; everything else is to be saved. */
  private static final Set<String> SHOWN =
      Set.of(
          "application/pdf",
          "application/json",
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "text/plain");

  private final Nodes nodes;
  private final Contents contents;
  private final Versions versions;
  private final Documents documents;
  private final NodeJson json;

  ContentRoutes(
      Nodes nodes, Contents contents, Versions versions, Documents documents, NodeJson json) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
    this.documents = documents;
    this.json = json;
  }

  Response get(Exchange exchange) {
    Caller caller = exchange.caller();
    Node node = nodes.get(caller, exchange.id());
    if (exchange.parameter("attachment").isPresent()) {
      return attachment(exchange, node);
    }
    QName property = property(exchange, node);
    Optional<String> label = exchange.parameter("version");
    Optional<ContentInfo> info =
        label.isPresent()
            ? versions.list(caller, node.id()).stream()
                .filter(version -> version.label().equals(label.get()))
                .map(version -> version.contents().get(property))
                .filter(found -> found != null)
                .findFirst()
            : Optional.ofNullable(node.contents().get(property));
    if (info.isEmpty()) {
      throw new NotFound(exchange.id());
    }
    Supplier<InputStream> bytes =
        () ->
            label.isPresent()
                ? versions.open(caller, node.id(), label.get(), property)
                : contents.open(caller, node.id(), property);
    String name = property.equals(Cm.CONTENT) ? node.name() : renamed(node.name(), property);
    return answer(exchange, info.get(), name, bytes);
  }

  /** One of an e-mail's attachments: a part of the bytes of all. */
  private Response attachment(Exchange exchange, Node node) {
    ContentInfo all = node.contents().get(Cor.ATTACHMENTS);
    if (all == null || !node.contents().containsKey(Cor.MAIL_DETAILS)) {
      throw new NotFound(node.id());
    }
    Caller caller = exchange.caller();
    Mail mail;
    try (InputStream json = contents.open(caller, node.id(), Cor.MAIL_DETAILS)) {
      mail = Mail.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int index = number(exchange) - 1;
    if (index < 0 || index >= mail.attachments().size()) {
      throw new NotFound(node.id());
    }
    Mail.Attached attached = mail.attachments().get(index);
    long offset = mail.offset(index);
    // The hash names all of them: the number tells which is meant.
    ContentInfo own =
        new ContentInfo(all.sha256() + "-" + (index + 1), attached.size(), attached.mediaType());
    return answer(
        exchange,
        own,
        attached.fileName(),
        () -> from(contents.open(caller, node.id(), Cor.ATTACHMENTS), offset));
  }

  private static int number(Exchange exchange) {
    try {
      return Integer.parseInt(exchange.parameter("attachment").orElse(""));
    } catch (NumberFormatException e) {
      throw Exchange.badParameter("attachment", "must be a number");
    }
  }

  private static QName property(Exchange exchange, Node node) {
    Optional<String> rendition = exchange.parameter("rendition");
    if (rendition.isEmpty()) {
      return Cm.CONTENT;
    }
    QName property = RENDITIONS.get(rendition.get());
    if (property == null) {
      throw Exchange.badParameter(
          "rendition", "must be one of pdf, text, thumbnail, layout, letter");
    }
    ContentInfo original = node.contents().get(Cm.CONTENT);
    boolean originalIsPdf = original != null && original.mediaType().equals("application/pdf");
    boolean missing = !node.contents().containsKey(property);
    return property.equals(Cor.SEARCHABLE_PDF) && missing && originalIsPdf ? Cm.CONTENT : property;
  }

  private static Response answer(
      Exchange exchange, ContentInfo info, String name, Supplier<InputStream> bytes) {
    String tag = "\"" + info.sha256() + "\"";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    headers.put("Accept-Ranges", "bytes");
    headers.put("Cache-Control", "private, no-cache");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    String type = info.mediaType();
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean shown = SHOWN.contains(bare) && !exchange.flag("download");
    headers.put("Content-Type", SHOWN.contains(bare) ? type : "application/octet-stream");
    headers.put("Content-Disposition", disposition(shown, name));
    if (exchange.request().header("If-None-Match").filter(tag::equals).isPresent()) {
      return new Response(304, headers, new Response.Bytes(new byte[0]));
    }
    Optional<String> asked =
        exchange
            .request()
            .header("Range")
            .filter(range -> exchange.request().header("If-Range").map(tag::equals).orElse(true));
    ByteRange range = ByteRange.of(asked, info.size());
    if (range.outside()) {
      return Response.of(
              Problem.of(416, "range", "Not in range", "It has " + info.size() + " bytes."))
          .with("Content-Range", "bytes */" + info.size());
    }
    if (range.part()) {
      headers.put(
          "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + info.size());
    }
    return new Response(
        range.part() ? 206 : 200,
        headers,
        new Response.Stream(from(bytes.get(), range.first()), range.length()));
  }

  private static InputStream from(InputStream bytes, long first) {
    try {
      bytes.skipNBytes(first);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String disposition(boolean shown, String name) {
    String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return (shown ? "inline" : "attachment")
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + encoded;
  }

  private static String renamed(String name, QName rendition) {
    String stem = name.replaceFirst("\\.[A-Za-z0-9]{1,10}$", "");
    if (rendition.equals(Cor.SEARCHABLE_PDF) || rendition.equals(Cor.LETTER_PDF)) {
      return stem + ".pdf";
    }
    if (rendition.equals(Cor.TEXT)) {
      return stem + ".txt";
    }
    return stem + (rendition.equals(Cor.THUMBNAIL) ? ".png" : ".json");
  }

  /** New content: the bytes are stored before the transaction begins. */
  Handler.Work put(Exchange exchange) {
    long revision = exchange.ifMatch();
    Caller caller = exchange.caller();
    NodeId id = exchange.id();
    // Before anything is stored: what is not there for the caller takes nothing in.
    documents.requireReplaceable(caller, id);
    String comment = exchange.parameter("comment").orElse("");
    if (comment.length() > 1000) {
      throw Exchange.badParameter("comment", "must have at most 1000 characters");
    }
    String type =
        exchange.request().header("Content-Type").orElse("application/octet-stream").strip();
    ContentInfo stored = contents.store(exchange.request().body(), type);
    boolean major = exchange.flag("major");
    return new Handler.Work(
        stored.sha256(),
        () -> {
          Node node = nodes.get(caller, id);
          if (node.revision() != revision) {
            throw new Conflict(id, node.revision());
          }
          Node changed = documents.replace(caller, node, stored, major, comment);
          return json.response(200, caller, changed);
        });
  }
}
