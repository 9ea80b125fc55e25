package org.chancery.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of the {@link RoutingBean}, in the one form a template may write it: {@code
 * ${chancery.method(argument, …)}}, each argument a text in single quotes, a whole number, or one
 * of {@code route}, {@code task.id} and {@code commenter}.
 *
 * @param method a method of the bean
 * @param arguments as written
 * @param compared what the result is compared with, in a condition
 * @param differs whether the condition holds when they differ
 */
record BpmnCall(String method, List<String> arguments, Optional<String> compared, boolean differs) {

  /** THE list of what can be called, with the kind of each argument. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "candidates", List.of("route", "text"),
          "due", List.of("route", "number"),
          "tasked", List.of("route", "task.id", "text", "text"),
          "taskedTo", List.of("route", "task.id", "text", "text", "commenter"),
          "completed", List.of("route", "task.id"),
          "commenters", List.of("route"),
          "outcome", List.of("route", "text"),
          "status", List.of("route", "text"),
          "close", List.of("route"),
          "ended", List.of("route"));

  private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,63}";
  private static final String ARGUMENT = "(?:route|task\\.id|commenter|[0-9]{1,3}|'" + CODE + "')";
  private static final Pattern CALL =
      Pattern.compile(
          "\\$\\{\\s*"
              + ProcessEngine.BEAN
              + "\\.([A-Za-z]+)\\(\\s*("
              + ARGUMENT
              + "(?:\\s*,\\s*"
              + ARGUMENT
              + ")*)\\s*\\)(?:\\s*(==|!=)\\s*'("
              + CODE
              + ")')?\\s*\\}");

  /** Copies the arguments. */
  BpmnCall {
    arguments = List.copyOf(arguments);
  }

  /** Reads an expression; empty when it is anything but an allowed call. */
  static Optional<BpmnCall> of(String expression) {
    Matcher call = CALL.matcher(expression.strip());
    if (expression.length() > 400 || !call.matches()) {
      return Optional.empty();
    }
    List<String> kinds = METHODS.get(call.group(1));
    List<String> given = List.of(call.group(2).split("\\s*,\\s*"));
    if (kinds == null || kinds.size() != given.size()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (!kind(given.get(i)).equals(kinds.get(i))) {
        return Optional.empty();
      }
      arguments.add(given.get(i).replace("'", ""));
    }
    return Optional.of(
        new BpmnCall(
            call.group(1),
            arguments,
            Optional.ofNullable(call.group(4)),
            "!=".equals(call.group(3))));
  }

  private static String kind(String argument) {
    if (argument.startsWith("'")) {
      return "text";
    }
    return Character.isDigit(argument.charAt(0)) ? "number" : argument;
  }

  /** The argument at that place, from 0. */
  String argument(int place) {
    return arguments.get(place);
  }

  boolean calls(String name) {
    return method.equals(name);
  }
}
