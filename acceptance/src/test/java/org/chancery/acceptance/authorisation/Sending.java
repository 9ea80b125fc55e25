package org.chancery.acceptance.authorisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;

/** Sends what a rule says, about the item of a situation. Work that was taken is given back. */
final class Sending {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Kit kit;

  Sending(Kit kit) {
    this.kit = kit;
  }

  Answer send(Client client, Rule rule, Situation situation) {
    Answer answer = sent(client, rule, situation);
    if (rule.template().equals("/reading/take") && answer.status() == 200) {
      client.post("reading/" + answer.text("lease") + "/release", null).expect(204);
    }
    return answer;
  }

  private Answer sent(Client client, Rule rule, Situation situation) {
    String text = kit.filled(situation, rule.item(), rule.request());
    String[] headers = {};
    if (text.startsWith("match")) {
      headers = new String[] {"If-Match", kit.etag(situation, rule.item())};
    } else if (text.startsWith("stale")) {
      headers = new String[] {"If-Match", "\"0\""};
    }
    String body = text.replaceFirst("^(match|stale)\\s*", "");
    String path = path(rule, situation);
    if (body.startsWith("upload:")) {
      String[] pair = body.substring("upload:".length()).split("=", 2);
      String name = "matrix-" + UUID.randomUUID() + ".txt";
      return client.upload(name, "x".getBytes(), Map.of(pair[0], pair[1]), headers);
    }
    return switch (rule.method()) {
      case "GET" -> client.get(path);
      case "DELETE" -> client.delete(path, headers);
      case "PUT" ->
          body.equals("bytes")
              ? client.putBytes(path, "matrix".getBytes(), "text/plain", headers)
              : client.put(path, json(body), headers);
      default -> client.post(path, json(body), headers);
    };
  }

  private String path(Rule rule, Situation situation) {
    String path = rule.template().substring(1);
    if (rule.aboutAnItem()) {
      path = path.replace("{id}", kit.id(situation, rule.item()).orElseThrow());
    }
    return path.replaceAll("\\{(\\w+)\\}", "unknown-$1");
  }

  private static Object json(String body) {
    try {
      return body.isEmpty() ? null : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No JSON: " + body, e);
    }
  }
}
