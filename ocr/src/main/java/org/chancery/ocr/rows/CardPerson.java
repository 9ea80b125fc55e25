package org.chancery.ocr.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's card, as its lines come. */
final class CardPerson {
  private final Map<String, Object> person = new LinkedHashMap<>();
  private final List<String> emails = new ArrayList<>();
  private final List<Phone> phones = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private boolean workAddress;

  private record Phone(String group, String kind, String number) {}

  void take(ContentLine line) {
    String value = ContentLine.plain(line.value());
    switch (line.name()) {
      case "N" -> name(ContentLine.parts(line.value(), ';'));
      case "FN" -> put("name", value);
      case "ORG" -> put("organization", first(ContentLine.parts(line.value(), ';')));
      case "TITLE" -> put("title", value);
      case "EMAIL" -> {
        String address = value.replaceFirst("(?i)^mailto:", "");
        if (!address.isEmpty() && !emails.contains(address)) {
          emails.add(address);
        }
      }
      case "TEL" -> phones.add(new Phone(line.group(), kind(line), value));
      case "ADR" -> address(line);
      case "URL" -> put("url", value);
      case "X-ABLABEL" -> labels.put(line.group(), value);
      default -> {
        // Photos, notes and what programs keep for themselves are not imported.
      }
    }
  }

  private void put(String field, String value) {
    if (!value.isEmpty()) {
      person.putIfAbsent(field, value);
    }
  }

  private static String first(List<String> values) {
    return values.stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
  }

  /** Family, given, additional, before, after. */
  private void name(List<String> parts) {
    String[] fields = {"last", "first", "middle", "prefix", "suffix"};
    for (int i = 0; i < fields.length && i < parts.size(); i++) {
      put(fields[i], parts.get(i).replace(',', ' ').strip());
    }
  }

  private static String kind(ContentLine line) {
    if (line.isType("FAX")) {
      return "fax";
    }
    if (line.isType("CELL") || line.isType("IPHONE")) {
      return "mobile";
    }
    if (line.isType("WORK")) {
      return "work";
    }
    return line.isType("HOME") ? "home" : "other";
  }

  /** The one at work, or else the first. */
  private void address(ContentLine line) {
    if (workAddress || (person.containsKey("city") && !line.isType("WORK"))) {
      return;
    }
    List<String> parts = ContentLine.parts(line.value(), ';');
    if (parts.stream().allMatch(String::isEmpty)) {
      return;
    }
    workAddress = line.isType("WORK");
    String[] fields = {null, null, "street", "city", "state", "zip", "country"};
    for (int i = 2; i < fields.length; i++) {
      person.remove(fields[i]);
    }
    String street =
        Stream.of(0, 2, 1)
            .filter(i -> i < parts.size())
            .map(parts::get)
            .filter(each -> !each.isEmpty())
            .map(each -> each.replaceAll("\\s*\\n\\s*", ", "))
            .collect(Collectors.joining(", "));
    put("street", street);
    for (int i = 3; i < fields.length && i < parts.size(); i++) {
      put(fields[i], parts.get(i));
    }
  }

  /** What there is to call the card by, when it is refused. */
  String called() {
    Object name = person.getOrDefault("name", person.get("last"));
    return name == null ? emails.stream().findFirst().orElse(null) : name.toString();
  }

  Map<String, Object> person() {
    if (person.containsKey("last")) {
      person.remove("name");
    }
    if (!emails.isEmpty()) {
      person.put("emails", emails);
    }
    List<Map<String, String>> numbers = new ArrayList<>();
    for (Phone phone : phones) {
      // A label of one's own, such as the assistant's, tells that it is somebody else's.
      boolean own = !labels.getOrDefault(phone.group(), "").isEmpty() && !phone.group().isEmpty();
      if (!phone.number().isEmpty()) {
        numbers.add(Map.of("kind", own ? "other" : phone.kind(), "number", phone.number()));
      }
    }
    if (!numbers.isEmpty()) {
      person.put("phones", numbers);
    }
    return person;
  }
}
