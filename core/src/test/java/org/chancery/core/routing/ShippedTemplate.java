package org.chancery.core.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.model.ContentModel;
import org.chancery.model.ContentModels;

/** A template that is shipped, under a key of the test's own. */
final class ShippedTemplate {
  static final List<String> ALL =
      List.of("citizenLetter", "congressionalInquiry", "draftForComment");

  private static final Pattern STEP =
      Pattern.compile("<userTask id=\"(\\w+)\"[^>]* activiti:formKey=\"([\\w:]+)\"");
  private static final ContentModel MODEL = ContentModels.shipped();

  private final String key;
  private final String text;
  private final Map<String, TaskForm> forms = new HashMap<>();

  ShippedTemplate(String name) {
    this.key = "test" + UUID.randomUUID().toString().replace("-", "");
    this.text = read(name).replace("\"" + name + "\"", "\"" + key + "\"");
    for (MatchResult step : STEP.matcher(text).results().toList()) {
      forms.put(step.group(1), TaskForm.find(MODEL, step.group(2)).orElseThrow());
    }
  }

  private static String read(String name) {
    String path = "/alfresco/module/chancery/bpmn/" + name + ".bpmn20.xml";
    try (InputStream in =
        Objects.requireNonNull(ShippedTemplate.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String key() {
    return key;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same with another name, so that the bytes differ. */
  byte[] renamed() {
    return text.replaceFirst("name=\"[^\"]*\"", "name=\"Renamed\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** How a step's task can end. */
  List<String> outcomes(String step) {
    return forms.get(step).outcomes().stream().map(TaskForm.Outcome::value).toList();
  }
}
