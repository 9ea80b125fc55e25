package org.chancery.acceptance.alfresco;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chancery.acceptance.alfresco.Platform.Reply;

/** Governance Services as their users work with them; or what stands in for them. */
interface Governance {
  /** That of the repository: themselves where they are installed. */
  static Governance of(Platform admin) {
    for (JsonNode module :
        admin.get("/api/discovery").expect(200).json().at("/entry/repository/modules")) {
      if (module.path("id").asText().equals("org_alfresco_module_rm")) {
        return new InstalledGovernance(admin, module.path("version").asText());
      }
    }
    return new NamedGovernance(admin);
  }

  /** Whether it is themselves. */
  boolean installed();

  /** Makes a record of a document; where it lay it is still shown. */
  Reply declare(String document);

  /** A record of theirs that is complete, when that is another step. */
  Reply complete(String record);

  /** A record that is a document again, where it lay. */
  Reply reject(String record);

  /** Puts a document under a hold of theirs. */
  Reply hold(String document);

  /** Ends that. */
  Reply release(String document);

  /** What the platform's own API says of a node. */
  static JsonNode entry(Platform admin, String node) {
    return admin
        .get(Platform.REST + "nodes/" + node + "?include=aspectNames")
        .expect(200)
        .json()
        .path("entry");
  }

  /** The node's aspects, changed. */
  static Reply aspects(Platform admin, String node, UnaryOperator<List<String>> change) {
    List<String> names =
        change.apply(new ArrayList<>(Platform.texts(entry(admin, node).path("aspectNames"))));
    return admin.json(
        "PUT",
        Platform.REST + "nodes/" + node,
        "{'aspectNames':['" + String.join("','", names) + "']}");
  }
}
