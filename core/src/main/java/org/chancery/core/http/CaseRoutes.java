package org.chancery.core.http;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.core.access.Actor;
import org.chancery.core.correspondence.CaseFiles;
import org.chancery.core.correspondence.CaseFolders;
import org.chancery.core.correspondence.NewCaseFile;
import org.chancery.core.correspondence.NewCaseFolder;
import org.chancery.core.repository.Invalid;
import org.chancery.core.repository.Node;
import org.chancery.model.ContentModel;
import org.chancery.model.QName;

/** Opening case folders and case files. */
final class CaseRoutes {
  private final CaseFolders folders;
  private final CaseFiles files;
  private final NodeJson json;
  private final PropertyJson properties;

  CaseRoutes(CaseFolders folders, CaseFiles files, NodeJson json, ContentModel model) {
    this.folders = folders;
    this.files = files;
    this.json = json;
    this.properties = new PropertyJson(model);
  }

  /** A case folder to be opened, as openapi.yaml says. */
  record FolderBody(
      String holderKind,
      String holderName,
      Optional<String> holderState,
      Optional<Map<String, Object>> properties) {}

  /** A case file to be opened, as openapi.yaml says. */
  record FileBody(
      String subject,
      String source,
      Optional<String> correspondenceType,
      Optional<String> issueCode,
      Optional<List<String>> component,
      Optional<LocalDate> dateReceived,
      Optional<LocalDate> dueDate,
      Optional<String> onBehalfOf,
      Optional<Map<String, Object>> properties) {}

  Response createFolder(Exchange exchange) {
    Actor actor = exchange.actor();
    Node created = folders.create(actor, folder(exchange.json(FolderBody.class)));
    exchange.about(created.id());
    return json.response(201, actor.caller(), created);
  }

  Response createFile(Exchange exchange) {
    Actor actor = exchange.actor();
    Node created = files.create(actor, exchange.id(), file(exchange.json(FileBody.class)));
    exchange.about(created.id());
    return json.response(201, actor.caller(), created);
  }

  NewCaseFolder folder(FolderBody body) {
    require(Map.of("holderKind", present(body.holderKind())));
    require(Map.of("holderName", present(body.holderName())));
    return new NewCaseFolder(
        body.holderKind(),
        body.holderName().strip(),
        filled(body.holderState()),
        values(body.properties()));
  }

  NewCaseFile file(FileBody body) {
    require(Map.of("subject", present(body.subject())));
    require(Map.of("source", present(body.source())));
    return new NewCaseFile(
        body.subject().strip(),
        body.source(),
        filled(body.correspondenceType()),
        filled(body.issueCode()),
        body.component().orElse(List.of()),
        body.dateReceived(),
        body.dueDate(),
        filled(body.onBehalfOf()),
        values(body.properties()));
  }

  private Map<QName, Object> values(Optional<Map<String, Object>> given) {
    Map<QName, Object> values = new LinkedHashMap<>(properties.read(given.orElse(Map.of())));
    values.values().removeIf(value -> value == null);
    return values;
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(each -> !each.isEmpty());
  }

  private static boolean present(String text) {
    return text != null && !text.isBlank();
  }

  private static void require(Map<String, Boolean> present) {
    present.forEach(
        (field, there) -> {
          if (!there) {
            throw new Invalid(Map.of(field, "is missing"));
          }
        });
  }
}
